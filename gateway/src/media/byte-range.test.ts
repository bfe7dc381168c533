import { describe, expect, it } from 'vitest';
import { readRange } from './byte-range.ts';

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=10-', { start: 10, end: 99 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-500', { start: 0, end: 99 }],
    ['bytes= 5 - 6', { start: 5, end: 6 }],
  ])('%s of 100 bytes is one range', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=999999999999-'])('%s lies outside', (header) => {
    expect(readRange(header, 100)).toBe('outside');
  });

  it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,5-6', 'lines=0-1', 'bytes=a-b', 'bytes=1-2-3'])(
    '%s is answered with everything',
    (header) => {
      expect(readRange(header, 100)).toBe('whole');
    },
  );

  it('of an empty object is never a part', () => {
    expect(readRange('bytes=0-', 0)).toBe('outside');
    expect(readRange('bytes=-5', 0)).toBe('outside');
  });
});
