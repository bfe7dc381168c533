import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { foldCategoryCounts as fold } from '../usecases/fold-category-counts.ts';

/** Folds appended changes of category counts into the categories; counts are exact before and after. */
export const foldCategoryCounts: Sweep<Services> = {
  name: 'fold-category-counts',
  everySeconds: 10,
  run: ({ services, signal }) => fold(services, signal),
};
