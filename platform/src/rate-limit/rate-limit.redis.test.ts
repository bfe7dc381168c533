import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRedisUrl, redisUrl } from '../jobs/fixtures/redis.ts';
import { silentLogger } from '../logging/index.ts';
import { rateLimitContract, storeFailureContract } from './fixtures/contract-suite.ts';
import { type ClosableRateLimiter, createRateLimiter } from './index.ts';

let limiter: ClosableRateLimiter;
const broken = createRateLimiter({ kind: 'redis', url: 'redis://127.0.0.1:1' }, silentLogger);
beforeAll(async () => {
  limiter = createRateLimiter({ kind: 'redis', url: await freshRedisUrl() }, silentLogger);
});
afterAll(async () => {
  await limiter.close();
  await broken.close();
});

rateLimitContract('Redis', () => limiter);
storeFailureContract('Redis', () => broken);

describe('rate limits on Redis', () => {
  it('share one budget across processes', async () => {
    const limit = { name: 'test.shared', points: 3, windowSeconds: 60 };
    const other = createRateLimiter({ kind: 'redis', url: redisUrl() }, silentLogger);
    await limiter.consume(limit, 'key', 2);
    expect((await other.consume(limit, 'key')).remaining).toBe(0);
    expect((await limiter.consume(limit, 'key')).allowed).toBe(false);
    await other.close();
  });
});
