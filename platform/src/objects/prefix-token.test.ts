import { describe, expect, it } from 'vitest';
import { signPrefix, verifyPrefix } from './prefix-token.ts';

const secret = Buffer.alloc(32, 7);
const now = 1_000_000;
const token = signPrefix(secret, 'video/v1/t/', now + 60);
const verdict = (key: string, shown = token, at = now) => verifyPrefix(secret, shown, key, at);

describe('a signed prefix', () => {
  it('opens what lies below it, at any depth', () => {
    expect(verdict('video/v1/t/master.m3u8')).toBe('allowed');
    expect(verdict('video/v1/t/540p/seg-1.m4s')).toBe('allowed');
  });

  it.each(['video/v1/t', 'video/v1/tx/a', 'video/v2/t/a', 'video/v1/original', 'a/video/v1/t/b', ''])(
    'does not open "%s"',
    (key) => {
      expect(verdict(key)).toBe('forged');
    },
  );

  it('is over when its time is, and worth nothing when a part of it is changed', () => {
    expect(verdict('video/v1/t/a', token, now + 60)).toBe('expired');
    expect(verdict('video/v1/t/a', token.replace('-3-', '-2-'))).toBe('forged');
    expect(verdict('video/v1/t/a', token.replace(/^\d+/, String(now + 61)))).toBe('forged');
    expect(verdict('video/v1/t/a', '')).toBe('forged');
    expect(verifyPrefix(Buffer.alloc(32, 8), token, 'video/v1/t/a', now)).toBe('forged');
  });

  it('is of whole segments only', () => {
    expect(() => signPrefix(secret, 'video/v1', now)).toThrow();
    expect(() => signPrefix(secret, '../x/', now)).toThrow();
  });
});
