import { DelayedError, UnrecoverableError } from 'bullmq';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { silentLogger } from '../logging/index.ts';
import type { QueuedJob } from './bull.ts';
import { defineJob, handleJob, type JobScope } from './contract.ts';
import { processorOf } from './work.ts';

const job = defineJob({
  name: 'test.send',
  data: z.object({ orderId: z.string(), copies: z.number().int().default(1) }),
  attempts: 3,
});
type Run = (data: z.output<typeof job.data>, scope: JobScope<{ name: string }>) => Promise<void>;

/** Works on a job as BullMQ would, after so many tries before. */
const work = async (run: Run, data: unknown, { triesBefore = 0, aborted = false } = {}) => {
  const stop = new AbortController();
  if (aborted) stop.abort();
  const queued = {
    id: '7',
    attemptsMade: triesBefore,
    data: { data },
    updateProgress: vi.fn(async () => {}),
    moveToDelayed: vi.fn(async () => {}),
  };
  const lines: string[] = [];
  const log = {
    ...silentLogger,
    error: (_fields: object, message: string) => void lines.push(`error ${message}`),
    warn: (_fields: object, message: string) => void lines.push(`warn ${message}`),
    child: () => log,
  };
  const process = processorOf(handleJob(job, run), { services: { name: 'services' }, log, signal: stop.signal });
  const outcome = await process(queued as unknown as QueuedJob, 'token').then(
    () => 'done' as const,
    (error: unknown) => error,
  );
  return { outcome, queued, lines };
};

describe('work on a job', () => {
  it('gets its data as the contract reads it, with defaults and without what is not in it', async () => {
    const run = vi.fn<Run>(async () => {});
    expect((await work(run, { orderId: 'ord_1', injected: true })).outcome).toBe('done');
    expect(run.mock.calls[0]?.[0]).toEqual({ orderId: 'ord_1', copies: 1 });
    expect(run.mock.calls[0]?.[1]).toMatchObject({ attempt: 1, services: { name: 'services' } });
  });

  it('fails for good, and is not begun, when its data does not fit: trying again cannot help', async () => {
    const run = vi.fn<Run>(async () => {});
    for (const data of [{}, { orderId: 7 }, undefined, 'text']) {
      const { outcome, lines } = await work(run, data);
      expect(outcome).toBeInstanceOf(UnrecoverableError);
      expect((outcome as Error).message).toMatch(/does not fit test.send: (orderId|data): /);
      expect(lines).toEqual([expect.stringMatching(/^error .*for good/)]);
    }
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    [0, 1, /^warn .*tried again/],
    [1, 2, /^warn .*tried again/],
    [2, 3, /^error .*for good/],
  ])('that fails after %i tries is told as try %i', async (triesBefore, attempt, line) => {
    const run = vi.fn<Run>(() => Promise.reject(new Error('broken')));
    const { outcome, lines } = await work(run, { orderId: 'ord_1' }, { triesBefore });
    expect(outcome).toMatchObject({ message: 'broken' });
    expect(run.mock.calls[0]?.[1].attempt).toBe(attempt);
    expect(lines).toEqual([expect.stringMatching(line)]);
  });

  it('that says itself that it never will succeed is not called a retry', async () => {
    const { lines } = await work(() => Promise.reject(new UnrecoverableError('never')), { orderId: 'ord_1' });
    expect(lines).toEqual([expect.stringMatching(/^error .*for good/)]);
  });

  it('that fails because its worker stops goes back to the queue at once, and the try does not count', async () => {
    const { outcome, queued, lines } = await work(
      (_data, { signal }) => Promise.reject(new Error(`stopped: ${signal.aborted}`)),
      { orderId: 'ord_1' },
      { triesBefore: 2, aborted: true },
    );
    expect(outcome).toBeInstanceOf(DelayedError);
    expect(queued.moveToDelayed).toHaveBeenCalledExactlyOnceWith(expect.any(Number), 'token');
    expect(lines).toEqual([]);
  });

  it('that succeeds although its worker stops is done', async () => {
    expect((await work(async () => {}, { orderId: 'ord_1' }, { aborted: true })).outcome).toBe('done');
  });

  it('tells its progress between nothing and all', async () => {
    const { queued } = await work(
      async (_data, { progress }) => {
        for (const percent of [-5, 0, 42.5, 100, 250]) await progress(percent);
      },
      { orderId: 'ord_1' },
    );
    expect(queued.updateProgress.mock.calls.flat()).toEqual([0, 0, 42.5, 100, 100]);
  });
});
