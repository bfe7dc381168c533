import { defineJob, handleJob } from '@vitrina/platform/jobs';
import { z } from 'zod';
import type { Services } from '../services.ts';
import { renderFirstFormats, renderRemainingFormats } from '../usecases/render-product-image.ts';

const data = z.strictObject({ imageId: z.string() });

/**
 * Makes an image fit to be shown: the one whose turn it is, since a queue only knows which wake came first, and a shop's
 * import of thousands must not stand before another one's single picture. There is a wake for every image, so each
 * gets its turn. One at a time, because one may take a quarter of a gigabyte. Tries are counted and spaced in the row,
 * so the queue makes one only; a try that fails is kept there with its reason.
 */
const renderImageJob = defineJob({ name: 'catalog.render-image', data, attempts: 1 });

/** Adds the formats that take long, on a queue of its own: nobody's first formats wait behind them. */
const renderLateFormatsJob = defineJob({ name: 'catalog.render-late-formats', data, attempts: 1 });

export const renderImageHandler = handleJob<Services, typeof data>(renderImageJob, (_data, { services }) =>
  renderFirstFormats(services, (id) => wakeLateRenderer(services, id)),
);

export const renderLateFormatsHandler = handleJob<Services, typeof data>(renderLateFormatsJob, (_data, { services }) =>
  renderRemainingFormats(services),
);

type Waking = Pick<Services, 'jobs' | 'log'>;

/** A wake may be lost: the row says what is due and a sweep looks. So a queue that is away must not fail the caller. */
const wake = async ({ jobs, log }: Waking, job: typeof renderImageJob, imageId: string): Promise<void> => {
  try {
    await jobs.enqueue(job, { imageId }, { dedupeKey: imageId });
  } catch (error) {
    log.warn({ err: error, imageId }, 'A worker could not be woken for an image; the sweep will');
  }
};

/** Wakes a worker for a new image. */
export const wakeRenderer = (services: Waking, imageId: string): Promise<void> =>
  wake(services, renderImageJob, imageId);

/** Wakes a worker for the formats that come after the first. */
export const wakeLateRenderer = (services: Waking, imageId: string): Promise<void> =>
  wake(services, renderLateFormatsJob, imageId);
