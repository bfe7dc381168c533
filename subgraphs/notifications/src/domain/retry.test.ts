import { expect, it } from 'vitest';
import { retryDelaySeconds } from './retry.ts';

it('a refused message waits longer after each failure, up to an hour', () => {
  expect([1, 2, 3, 20].map(retryDelaySeconds)).toEqual([10, 20, 40, 3_600]);
});
