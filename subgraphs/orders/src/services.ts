import { createSagas, type Sagas } from '@vitrina/platform/saga';
import type { Runtime } from '@vitrina/platform/subgraph';
import type { z } from 'zod';
import { createCatalogClient } from './clients/catalog-client.ts';
import { createIdentityClient } from './clients/identity-client.ts';
import { createPaymentsClient } from './clients/payments-client.ts';
import { createSellerClient } from './clients/seller-client.ts';
import type { config } from './config.ts';
import { tableRates } from './domain/tax-rates.ts';
import type { Ports } from './ports.ts';
import { cancelSaga } from './sagas/cancel-saga.ts';
import { checkoutSaga } from './sagas/checkout-saga.ts';
import { returnMoneySaga } from './sagas/return-money-saga.ts';

/** Everything a resolver, job or consumer of orders has. */
export interface Services extends Ports {
  readonly sagas: Sagas;
  /** How long `checkout` waits for the outcome before it answers PROCESSING. */
  readonly checkoutWaitMs: number;
}

/** Orders keeps no files and no recent rows. */
export const createServices = (
  runtime: Omit<Runtime, 'objects' | 'uploads' | 'recent'>,
  settings: z.output<typeof config>,
): Services => {
  const { context, database, events, pubsub, clock, log, jobs, internal } = runtime;
  const ports: Ports = {
    database,
    events,
    pubsub,
    clock,
    log,
    jobs,
    catalog: createCatalogClient(internal),
    seller: createSellerClient(internal),
    identity: createIdentityClient(internal),
    payments: createPaymentsClient(internal),
    taxRates: tableRates,
    interventions: async (sagaId) => (await sagas.interventions(sagaId)).length,
  };
  const sagas: Sagas = createSagas<Ports>({
    context,
    database,
    clock,
    jobs,
    log,
    services: ports,
    definitions: [checkoutSaga, cancelSaga, returnMoneySaga],
  });
  return { ...ports, sagas, checkoutWaitMs: settings.ORDERS_CHECKOUT_WAIT_MS };
};
