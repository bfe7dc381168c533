import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { clearDeletedImages } from '../usecases/clear-deleted-images.ts';
import { readDueImages } from '../usecases/wake-due-images.ts';
import { wakeLateRenderer, wakeRenderer } from './render-images.job.ts';

/** Makes up for wakes that were lost and for workers that died: wakes again for whatever is due. */
export const wakeDueImages: Sweep<Services> = {
  name: 'wake-due-images',
  everySeconds: 5,
  run: async ({ services }) => {
    const due = await readDueImages(services);
    for (const { id, state } of due) await (state === 'READY' ? wakeLateRenderer : wakeRenderer)(services, id);
  },
};

/** Removes the files of deleted images from the object store. */
export const removeDeletedImages: Sweep<Services> = {
  name: 'remove-deleted-images',
  everySeconds: 15,
  run: ({ services, signal }) => clearDeletedImages(services, signal),
};
