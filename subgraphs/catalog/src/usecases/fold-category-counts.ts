import type { Services } from '../services.ts';
import { foldCountChanges } from '../store/category-count.store.ts';

const batchSize = 5_000;

/** Folds all appended changes of category counts into the categories, batch by batch; stops early when told to. */
export const foldCategoryCounts = async (
  { database }: Pick<Services, 'database'>,
  signal: AbortSignal,
): Promise<void> => {
  for (let more = true; more && !signal.aborted; ) more = await foldCountChanges(database, batchSize);
};
