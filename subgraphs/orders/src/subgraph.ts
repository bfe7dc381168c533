import { defineSubgraph } from '@vitrina/platform/subgraph';
import { config } from './config.ts';
import { markOrderPaid } from './events/order-paid.consumer.ts';
import { goOnWhenAuthorised, goOnWhenFailed } from './events/payment-decided.consumer.ts';
import { followFailedRefund, markOrderRefunded } from './events/refund-decided.consumer.ts';
import { completeDeliveredOrders, countStuck, runSaga, runSagas } from './jobs/sweeps.ts';
import { resolvers } from './resolvers/index.ts';
import { createServices } from './services.ts';

/** Carts, checkout, orders and their sagas. */
export const orders = defineSubgraph({
  name: 'orders',
  schema: new URL('../schema.graphql', import.meta.url),
  resolvers,
  migrations: new URL('../migrations/', import.meta.url),
  config,
  services: createServices,
  jobs: [runSaga],
  consumers: [markOrderPaid, goOnWhenAuthorised, goOnWhenFailed, markOrderRefunded, followFailedRefund],
  sweeps: [runSagas, countStuck, completeDeliveredOrders],
  close: ({ sagas }) => sagas.idle(),
});
