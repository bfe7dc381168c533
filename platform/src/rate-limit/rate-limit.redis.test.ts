import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RedisSpace, redisSpace } from '../jobs/fixtures/redis.ts';
import { silentLogger } from '../logging/index.ts';
import { rateLimitContract, storeFailureContract } from './fixtures/contract-suite.ts';
import { type ClosableRateLimiter, createRateLimiter } from './index.ts';

let space: RedisSpace;
let limiter: ClosableRateLimiter;
const broken = createRateLimiter({ kind: 'redis', url: 'redis://127.0.0.1:1' }, silentLogger);
beforeAll(() => {
  space = redisSpace();
  limiter = createRateLimiter({ kind: 'redis', url: space.url, prefix: space.prefix }, silentLogger);
});
afterAll(async () => {
  await limiter.close();
  await broken.close();
  await space.drop();
});

rateLimitContract('Redis', () => limiter);
storeFailureContract('Redis', () => broken);

describe('rate limits on Redis', () => {
  it('share one budget across processes', async () => {
    const limit = { name: 'test.shared', points: 3, windowSeconds: 60 };
    const other = createRateLimiter({ kind: 'redis', url: space.url, prefix: space.prefix }, silentLogger);
    await limiter.consume(limit, 'key', 2);
    expect((await other.consume(limit, 'key')).remaining).toBe(0);
    expect((await limiter.consume(limit, 'key')).allowed).toBe(false);
    await other.close();
  });
});
