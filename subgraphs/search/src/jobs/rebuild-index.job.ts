import { defineJob, handleJob } from '@vitrina/platform/jobs';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { rebuildIndex } from '../usecases/rebuild-index.ts';

/** Builds the index anew. Whether there is anything to build stands in a row. */
const rebuildIndexJob = defineJob({ name: 'search.rebuild-index', data: z.strictObject({}) });

export const rebuild = handleJob<Services, typeof rebuildIndexJob.data>(
  rebuildIndexJob,
  async (_data, { services, signal }) => {
    await rebuildIndex(services, signal);
  },
);

/** Wakes a worker for the rebuild. */
export const wakeRebuild = ({ jobs }: Pick<Services, 'jobs'>): Promise<void> =>
  jobs.enqueue(rebuildIndexJob, {}, { dedupeKey: 'rebuild-index' });
