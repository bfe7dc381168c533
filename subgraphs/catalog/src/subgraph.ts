import { defineSubgraph } from '@vitrina/platform/subgraph';
import { z } from 'zod';
import { bindReservation } from './events/bind-reservation.ts';
import { learnChangedShop, learnNewShop } from './events/learn-shop.ts';
import { expireReservations } from './jobs/expire-reservations.sweep.ts';
import { foldCategoryCounts } from './jobs/fold-category-counts.sweep.ts';
import { removeDeletedImages, wakeDueImages } from './jobs/images.sweeps.ts';
import { renderImageHandler, renderLateFormatsHandler } from './jobs/render-images.job.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Products, variants, categories, prices and stock. */
export const catalog = defineSubgraph({
  name: 'catalog',
  schema: new URL('../schema.graphql', import.meta.url),
  resolvers,
  migrations: new URL('../migrations/', import.meta.url),
  config: z.object({}),
  services: createServices,
  consumers: [bindReservation, learnNewShop, learnChangedShop],
  jobs: [renderImageHandler, renderLateFormatsHandler],
  sweeps: [expireReservations, foldCategoryCounts, wakeDueImages, removeDeletedImages],
});
