import { defineSubgraph } from '@vitrina/platform/subgraph';
import { searchConfig } from './config.ts';
import { shopConsumers } from './events/learn-shop.ts';
import { markingConsumers } from './events/mark-products.ts';
import { indexProducts } from './jobs/index-products.job.ts';
import { rebuild } from './jobs/rebuild-index.job.ts';
import { sweeps } from './jobs/sweeps.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Search and suggestions over an index derived from the catalogue. */
export const search = defineSubgraph({
  name: 'search',
  schema: new URL('../schema.graphql', import.meta.url),
  resolvers,
  migrations: new URL('../migrations/', import.meta.url),
  config: searchConfig,
  services: createServices,
  jobs: [indexProducts, rebuild],
  consumers: [...markingConsumers, ...shopConsumers],
  sweeps,
  close: ({ queryCounter }) => queryCounter.close(),
});
