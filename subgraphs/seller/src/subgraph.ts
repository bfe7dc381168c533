import { defineSubgraph } from '@vitrina/platform/subgraph';
import { sellerConfig } from './config.ts';
import { countPaidOrder } from './events/count-paid-order.ts';
import { sweeps } from './jobs/sweeps.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Shops, their staff, delivery methods and API clients. */
export const seller = defineSubgraph({
  name: 'seller',
  schema: new URL('../schema.graphql', import.meta.url),
  migrations: new URL('../migrations/', import.meta.url),
  config: sellerConfig,
  resolvers,
  sweeps,
  consumers: [countPaidOrder],
  services: createServices,
});
