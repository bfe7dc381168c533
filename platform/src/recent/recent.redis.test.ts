import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RedisSpace, redisSpace } from '../jobs/fixtures/redis.ts';
import { silentLogger } from '../logging/index.ts';
import { recentContract } from './fixtures/contract-suite.ts';
import { createRecent, type RecentStore } from './index.ts';

let space: RedisSpace;
let store: RecentStore;
beforeAll(() => {
  space = redisSpace();
  store = createRecent({ kind: 'redis', url: space.url, prefix: space.prefix }, silentLogger);
});
afterAll(async () => {
  await store.close();
  await space.drop();
});

recentContract('Redis', () => store);

const options = { rowsPerKey: 5, ttlSeconds: 60, revive: (row: string) => row };

describe('recent rows on Redis', () => {
  it('are seen by every process', async () => {
    const other = createRecent({ kind: 'redis', url: space.url, prefix: space.prefix }, silentLogger);
    await store.rows('shared', options).add([{ key: 'a', position: 1, row: 'hello' }]);
    expect(await other.rows('shared', options).read('a', 0, 1)).toEqual(['hello']);
    await other.close();
  });

  it('are simply not there while Redis cannot be reached', async () => {
    const broken = createRecent({ kind: 'redis', url: 'redis://127.0.0.1:1' }, silentLogger);
    const rows = broken.rows('any', options);
    await rows.add([{ key: 'a', position: 1, row: 'hello' }]);
    expect(await rows.read('a', 0, 1)).toBeUndefined();
    await broken.close();
  });
});
