import { defineJob, handleJob } from '@vitrina/platform/jobs';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { indexMarkedProducts } from '../usecases/index-products.ts';

/** Makes marked products searchable. What to do stands in rows; the job only wakes a worker. */
const indexProductsJob = defineJob({ name: 'search.index-products', data: z.strictObject({}), attempts: 3 });

export const indexProducts = handleJob<Services, typeof indexProductsJob.data>(
  indexProductsJob,
  async (_data, { services, signal }) => {
    await indexMarkedProducts(services, signal);
  },
);

/** Wakes a worker; one that waits already is enough. */
export const wakeIndexer = ({ jobs }: Pick<Services, 'jobs'>): Promise<void> =>
  jobs.enqueue(indexProductsJob, {}, { dedupeKey: 'index-products' });
