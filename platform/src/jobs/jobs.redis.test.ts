import { afterAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import { jobsContract } from './fixtures/contract-suite.ts';
import { eventually } from './fixtures/eventually.ts';
import { type RedisSpace, redisSpace } from './fixtures/redis.ts';
import { noteJob, testTuning } from './fixtures/test-jobs.ts';
import { createJobs, handleJob } from './index.ts';

const spaces: RedisSpace[] = [];
const freshSpace = (): RedisSpace => {
  const space = redisSpace();
  spaces.push(space);
  return space;
};
afterAll(async () => {
  await Promise.all(spaces.map((space) => space.drop()));
});

jobsContract('Redis', async () => {
  const { url, prefix } = freshSpace();
  return { backend: { kind: 'redis', url }, prefix };
});

describe('jobs on Redis', () => {
  it('refuse to enqueue while the server is away, in words a caller may show', async () => {
    const away = createJobs({
      backend: { kind: 'redis', url: 'redis://127.0.0.1:1' },
      log: silentLogger,
      tuning: { serverWaitMs: 500 },
    });
    await expect(away.queue.enqueue(noteJob, { text: 'x' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await away.close();
  });

  it('go on by themselves after the server dropped every connection', async () => {
    const { url, prefix, dropConnections } = freshSpace();
    const jobs = createJobs({ backend: { kind: 'redis', url }, prefix, log: silentLogger, tuning: testTuning });
    const seen: string[] = [];
    const handlers = [handleJob(noteJob, async ({ text }) => void seen.push(text))];
    await jobs.startWorkers({ context: 'test', services: {}, handlers, log: silentLogger });
    await jobs.queue.enqueue(noteJob, { text: 'before' });
    await eventually(() => expect(seen).toEqual(['before']));
    expect(await dropConnections()).toBe(3);
    await jobs.queue.enqueue(noteJob, { text: 'after' });
    await eventually(() => expect(seen).toContain('after'));
    await jobs.close();
  });
});
