import { defineSubgraph } from '@vitrina/platform/subgraph';
import { config } from './config.ts';
import { returnMoney } from './events/order-cancelled.ts';
import { releaseEscrow } from './events/order-completed.ts';
import { openEscrow } from './events/order-created.ts';
import { collectOnDelivery } from './events/order-delivered.ts';
import { resolvePaymentJob } from './jobs/resolve-payment.job.ts';
import { sweeps } from './jobs/sweeps.ts';
import { resolvers } from './resolvers/index.ts';
import { stripeWebhook } from './resolvers/stripe-webhook.route.ts';
import { createServices, type Services } from './services.ts';

/** Payments, escrow and the ledger. */
export const payments = defineSubgraph<Services, typeof config>({
  name: 'payments',
  schema: new URL('../schema.graphql', import.meta.url),
  resolvers: { ...resolvers },
  migrations: new URL('../migrations/', import.meta.url),
  config,
  services: createServices,
  jobs: [resolvePaymentJob],
  consumers: [openEscrow, collectOnDelivery, releaseEscrow, returnMoney],
  sweeps,
  routes: [stripeWebhook],
});
