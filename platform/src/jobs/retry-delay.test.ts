import { describe, expect, it } from 'vitest';
import { maxRetryDelayMs, retryDelayMs } from './retry-delay.ts';

describe('the pause before another try', () => {
  it('doubles with each try', () => {
    expect([1, 2, 3, 4].map((tries) => retryDelayMs(tries, 1000, 1))).toEqual([1000, 2000, 4000, 8000]);
  });
  it('is between half and the whole of that, so failed jobs spread', () => {
    expect(retryDelayMs(3, 1000, 0)).toBe(2000);
    expect(retryDelayMs(3, 1000, 0.5)).toBe(3000);
  });
  it('never grows beyond its bound', () => {
    expect(retryDelayMs(100, 1000, 1)).toBe(maxRetryDelayMs);
  });
});
