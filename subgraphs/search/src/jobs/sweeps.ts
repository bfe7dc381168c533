import type { Sweep } from '@vitrina/platform/jobs';
import type { Services } from '../services.ts';
import { forgetUnusedTerms } from '../usecases/forget-unused-terms.ts';
import { indexMarkedProducts } from '../usecases/index-products.ts';
import { rebuildIndex } from '../usecases/rebuild-index.ts';
import { reconcileIndex } from '../usecases/reconcile-index.ts';

/** Makes up for wakes that were lost: marked products are indexed even when the queue is away. */
const indexForgotten: Sweep<Services> = {
  name: 'index-forgotten-products',
  everySeconds: 2,
  run: async ({ services, signal }) => {
    await indexMarkedProducts(services, signal);
  },
};

/** Goes on with a rebuild whose worker died, and starts one that was asked for while nobody listened. */
const continueRebuild: Sweep<Services> = {
  name: 'continue-rebuild',
  everySeconds: 15,
  run: async ({ services, signal }) => {
    await rebuildIndex(services, signal);
  },
};

/** Compares the index with the catalogue when that is due. */
const reconcile: Sweep<Services> = {
  name: 'reconcile-index',
  everySeconds: 5,
  run: async ({ services, signal }) => {
    await reconcileIndex(services, signal);
    await indexMarkedProducts(services, signal);
  },
};

/** Drops words that no product has any more. */
const forgetTerms: Sweep<Services> = {
  name: 'forget-unused-terms',
  everySeconds: 3_600,
  run: ({ services }) => forgetUnusedTerms(services),
};

/** Work that rows call for. */
export const sweeps: readonly Sweep<Services>[] = [indexForgotten, continueRebuild, reconcile, forgetTerms];
