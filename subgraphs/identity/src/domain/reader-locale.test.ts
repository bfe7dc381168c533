import { describe, expect, it } from 'vitest';
import { readerLocale } from './reader-locale.ts';

describe('the language of a request', () => {
  it.each([
    ['ru', 'ru'],
    ['EN-gb', 'en-GB'],
    ['*', 'en'],
    ['', 'en'],
    ['ru,en;q=0.8', 'en'],
    ['de-1996-1996', 'en'],
    ['\u0000', 'en'],
    ['x'.repeat(10_000), 'en'],
  ])('said as %j is %j', (said, expected) => {
    expect(readerLocale(said)).toBe(expected);
  });
});
