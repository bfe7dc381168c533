import { describe, expect, it } from 'vitest';
import { checkAlt, isReordering, maxTries, pauseSeconds } from './image-rules.ts';

describe('what a picture shows', () => {
  it.each([
    [undefined, ''],
    [null, ''],
    ['  ', ''],
    [' A red cup ', 'A red cup'],
  ])('is kept tidy: %s', (given, kept) => expect(checkAlt(given)).toEqual({ ok: true, value: kept }));

  it.each([['x'.repeat(501)], ['a\u0000b'], ['\ud800']])(
    'is refused when it is too long or cannot be stored',
    (given) =>
      expect(checkAlt(given)).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_TEXT', field: ['alt'] }] }),
  );
});

it('takes an order that names every picture once, and no other', () => {
  expect(isReordering(['a', 'b', 'c'], ['c', 'a', 'b'])).toBe(true);
  expect(isReordering([], [])).toBe(true);
  for (const wrong of [['a', 'b'], ['a', 'b', 'b'], ['a', 'b', 'd'], ['a', 'b', 'c', 'c'], []])
    expect(isReordering(['a', 'b', 'c'], wrong), wrong.join()).toBe(false);
});

it('waits longer after each failed try, at most ten minutes, half an hour in all', () => {
  const pauses = Array.from({ length: maxTries }, (_, index) => pauseSeconds(index + 1));
  expect(pauses.slice(0, 4)).toEqual([2, 4, 8, 16]);
  expect(Math.max(...pauses)).toBe(600);
  const total = pauses.reduce((sum, seconds) => sum + seconds, 0);
  expect(total).toBeGreaterThan(1_500);
  expect(total).toBeLessThan(2_400);
});
