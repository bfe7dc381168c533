import { Redis } from 'ioredis';
import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import { jobsContract } from './fixtures/contract-suite.ts';
import { freshRedisUrl } from './fixtures/redis.ts';
import { noteJob, testTuning } from './fixtures/test-jobs.ts';
import { createJobs, handleJob } from './index.ts';

jobsContract('Redis', async () => ({ kind: 'redis', url: await freshRedisUrl() }));

describe('jobs on Redis', () => {
  it('refuse to enqueue while the server is away, in words a caller may show', async () => {
    const away = createJobs({
      backend: { kind: 'redis', url: 'redis://127.0.0.1:1' },
      log: silentLogger,
      tuning: testTuning,
    });
    await expect(away.queue.enqueue(noteJob, { text: 'x' })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await away.close();
  });

  it('go on by themselves after the server dropped every connection', async () => {
    const url = await freshRedisUrl();
    const jobs = createJobs({ backend: { kind: 'redis', url }, log: silentLogger, tuning: testTuning });
    const admin = new Redis(url);
    const seen: string[] = [];
    const handlers = [handleJob(noteJob, async ({ text }) => void seen.push(text))];
    await jobs.startWorkers({ context: 'test', services: {}, handlers, log: silentLogger });
    await jobs.queue.enqueue(noteJob, { text: 'before' });
    await vi.waitFor(() => expect(seen).toEqual(['before']));
    await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await jobs.queue.enqueue(noteJob, { text: 'after' });
    await vi.waitFor(() => expect(seen).toContain('after'), { timeout: 10_000 });
    await jobs.close();
    admin.disconnect();
  });
});
