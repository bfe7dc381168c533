import { defineJob } from '@vitrina/platform/jobs';
import { z } from 'zod';
import type { Ports } from '../ports.ts';

/**
 * Makes what is shown of a picture. One at a time, because one may take a quarter of a gigabyte; tries are counted and
 * spaced in the row, so the queue makes one only.
 */
export const renderAttachmentJob = defineJob({
  name: 'messaging.render-attachment',
  data: z.strictObject({ attachmentId: z.string() }),
  attempts: 1,
  concurrency: 1,
});

/** Wakes a worker; a wake may be lost, the row says what is due and a sweep looks. */
export const wakeAttachmentRenderer = async (
  { jobs, log }: Pick<Ports, 'jobs' | 'log'>,
  attachmentId: string,
): Promise<void> => {
  try {
    await jobs.enqueue(renderAttachmentJob, { attachmentId }, { dedupeKey: attachmentId });
  } catch (error) {
    log.warn({ err: error, attachmentId }, 'A worker could not be woken for a picture; the sweep will');
  }
};
