import { describe, expect, it } from 'vitest';
import { rateLimitContract } from './fixtures/contract-suite.ts';
import { backoffDelaySeconds, createRateLimiter, maxBackoffSeconds } from './index.ts';

const limiter = createRateLimiter({ kind: 'memory' });
rateLimitContract('memory', () => limiter);

describe('the growing delay', () => {
  it('costs nothing for the first mistakes, then doubles from one second', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(backoffDelaySeconds)).toEqual([0, 0, 0, 0, 1, 2, 4, 8]);
  });
  it('never locks anybody out for longer than a quarter of an hour', () => {
    expect([14, 50, 5000].map(backoffDelaySeconds)).toEqual([maxBackoffSeconds, maxBackoffSeconds, maxBackoffSeconds]);
  });
});
