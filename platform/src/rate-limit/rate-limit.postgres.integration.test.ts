import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../database/index.ts';
import { silentLogger } from '../logging/index.ts';
import { type TestDatabase, testDatabase } from '../testing/postgres.ts';
import { rateLimitContract, storeFailureContract } from './fixtures/contract-suite.ts';
import { type ClosableRateLimiter, createRateLimiter } from './index.ts';

let db: TestDatabase;
let limiter: ClosableRateLimiter;
let broken: ClosableRateLimiter;
const nowhere = connect('postgres://nobody@127.0.0.1:1/none');
beforeAll(async () => {
  db = await testDatabase({ empty: true });
  limiter = createRateLimiter({ kind: 'postgres', database: db.database }, silentLogger);
  broken = createRateLimiter({ kind: 'postgres', database: nowhere }, silentLogger);
});
afterAll(async () => {
  await limiter.close();
  await nowhere.close();
  await db.drop();
});

rateLimitContract('PostgreSQL', () => limiter);
storeFailureContract('PostgreSQL', () => broken);

describe('rate limits on PostgreSQL', () => {
  it('share one budget across processes', async () => {
    const limit = { name: 'test.shared', points: 3, windowSeconds: 60 };
    const other = createRateLimiter({ kind: 'postgres', database: db.connectAgain() }, silentLogger);
    await limiter.consume(limit, 'key', 2);
    expect((await other.consume(limit, 'key')).remaining).toBe(0);
    expect((await limiter.consume(limit, 'key')).allowed).toBe(false);
  });

  it('come back by themselves when the store does', async () => {
    const limit = { name: 'test.restart', points: 3, windowSeconds: 60 };
    const fresh = db.connectAgain(1);
    const mine = createRateLimiter({ kind: 'postgres', database: fresh }, silentLogger);
    await mine.consume(limit, 'key');
    await db.database.sql`alter table kit.rate_limit rename to gone`;
    expect((await mine.consume(limit, 'key')).remaining).toBe(3);
    await db.database.sql`alter table kit.gone rename to rate_limit`;
    expect((await mine.consume(limit, 'key')).remaining).toBe(1);
  });
});
