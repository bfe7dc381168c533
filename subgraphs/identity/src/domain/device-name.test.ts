import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0 Safari/537.36 Edg/128.0';

describe('the name of a device', () => {
  it.each([
    [firefox, 'Firefox on Linux'],
    [safari, 'Safari on iOS'],
    [edge, 'Edge on Windows'],
    ['curl/8.5.0', 'curl'],
    ['', 'Unknown device'],
  ])('is read from %j', (userAgent, expected) => {
    expect(deviceName(null, userAgent)).toBe(expected);
  });

  it('is the one the device gave, cleaned and cut', () => {
    expect(deviceName('  Anna’s\u0000 phone\n', firefox)).toBe('Anna’s phone');
    expect(deviceName('x'.repeat(500), firefox)).toHaveLength(80);
    expect(deviceName(' \u0007 ', firefox)).toBe('Firefox on Linux');
  });
});
