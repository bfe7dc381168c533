import { describe, expect, it } from 'vitest';
import { bestLocale, traceParentOf } from './request-facts.ts';

describe('facts of a request', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['de;q=0.3, ru-RU, en;q=0.9', 'ru-RU'],
    ['en;q=0, ru;q=0.1', 'ru'],
    ["'; drop table users; --", 'en'],
    ['en;q=high, ru', 'ru'],
  ])('takes from Accept-Language %j the language %s', (header, locale) => expect(bestLocale(header)).toBe(locale));

  it('goes on with a well-formed trace and begins its own instead of a malformed one', () => {
    const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(traceParentOf(given)).toBe(given);
    for (const wrong of [undefined, 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `${given}\r\nx: y`]) {
      expect(traceParentOf(wrong)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
      expect(traceParentOf(wrong)).not.toBe(wrong);
    }
  });
});
