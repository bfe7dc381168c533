import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import { type TestDatabase, testDatabase } from '../testing/postgres.ts';
import { jobsContract } from './fixtures/contract-suite.ts';
import { eventually } from './fixtures/eventually.ts';
import { noteJob, testTuning } from './fixtures/test-jobs.ts';
import { createJobs, defineJob, handleJob, type Jobs } from './index.ts';

const databases: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

jobsContract('PostgreSQL', async () => {
  const database = await testDatabase({ empty: true });
  databases.push(database);
  return { backend: { kind: 'postgres', url: database.url } };
});

describe('jobs on PostgreSQL', () => {
  let db: TestDatabase;
  let jobs: Jobs;
  const connections = async (): Promise<number> => {
    const rows = await db.database
      .sql`select 1 from pg_stat_activity where datname = current_database() and application_name = 'vitrina-jobs'`;
    return rows.length;
  };
  beforeEach(async () => {
    db = await testDatabase({ empty: true });
    databases.push(db);
    jobs = createJobs({ backend: { kind: 'postgres', url: db.url }, log: silentLogger, tuning: testTuning });
  });
  afterEach(() => jobs.close());

  it('connect at first use only, and stay within six connections however many kinds of job there are', async () => {
    expect(await connections()).toBe(0);
    const kinds = Array.from({ length: 40 }, (_, n) => defineJob({ ...noteJob, name: `test.kind-${n}` }));
    const seen = new Set<string>();
    const handlers = kinds.map((job) => handleJob(job, async () => void seen.add(job.name)));
    await jobs.startWorkers({ context: 'test', services: {}, handlers, log: silentLogger });
    let most = 0;
    const watch = setInterval(async () => {
      most = Math.max(most, await connections());
    }, 10);
    await Promise.all(kinds.map((job) => jobs.queue.enqueue(job, { text: 'x' })));
    await eventually(() => expect(seen.size).toBe(40));
    clearInterval(watch);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(6);
    await jobs.close();
    await eventually(async () => expect(await connections()).toBe(0));
  });

  it('go on by themselves after the server dropped every connection', async () => {
    const seen: string[] = [];
    await jobs.startWorkers({
      context: 'test',
      services: {},
      handlers: [handleJob(noteJob, async ({ text }) => void seen.push(text))],
      log: silentLogger,
    });
    await jobs.queue.enqueue(noteJob, { text: 'before' });
    await eventually(() => expect(seen).toEqual(['before']));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await db.database
      .sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'vitrina-jobs'`;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const enqueuedAt = Date.now();
    await eventually(() => jobs.queue.enqueue(noteJob, { text: 'after' }));
    await eventually(() => expect(seen).toContain('after'));
    // Woken, not found by the poll that comes every fifteen seconds.
    expect(Date.now() - enqueuedAt).toBeLessThan(10_000);
  });

  it('refuse to enqueue while the server is away, in words a caller may show', async () => {
    const away = createJobs({
      backend: { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' },
      log: silentLogger,
      tuning: { serverWaitMs: 500 },
    });
    await expect(away.queue.enqueue(noteJob, { text: 'x' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await away.close();
  });
});
