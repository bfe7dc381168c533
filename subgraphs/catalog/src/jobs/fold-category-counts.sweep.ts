import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { foldCountChanges } from '../store/category-count.store.ts';

const batchSize = 5_000;

/** Folds appended changes of category counts into the categories; counts are exact before and after. */
export const foldCategoryCounts: Sweep<Services> = {
  name: 'fold-category-counts',
  everySeconds: 10,
  run: async ({ services, signal }) => {
    for (let more = true; more && !signal.aborted; ) more = await foldCountChanges(services.database, batchSize);
  },
};
