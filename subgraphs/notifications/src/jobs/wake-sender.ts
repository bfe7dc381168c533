import { setTimeout as pause } from 'node:timers/promises';
import type { JobQueue } from '@vitrina/platform/jobs';
import { runDueSteps, wake } from './contracts.ts';

/**
 * How long a wake waits for others to come along: many events are told at once, and one wake finds all their steps. Nobody
 * notices a mail that is a quarter of a second late, and a busy market has a job for a hundred messages instead of one each.
 */
const gatherMs = 250;

/**
 * Wakes the sender of messages, once for all who ask within a moment. Ask when the rows are committed; a wake that is lost
 * with its process is made up for by the sweep.
 */
export const createWakeSender = (jobs: Pick<JobQueue, 'enqueue'>): (() => Promise<void>) => {
  let next: Promise<void> | undefined;
  const gather = async (): Promise<void> => {
    await pause(gatherMs);
    next = undefined;
    await jobs.enqueue(runDueSteps, {}, wake);
  };
  return () => {
    next ??= gather();
    return next;
  };
};
