import type { Runtime } from '@vitrina/platform/subgraph';
import type { CatalogClient } from './clients/catalog-client.ts';
import type { IdentityClient } from './clients/identity-client.ts';
import type { PaymentsClient } from './clients/payments-client.ts';
import type { SellerClient } from './clients/seller-client.ts';
import type { TaxRates } from './domain/tax.ts';

/** What steps of sagas, use cases and queries work with. */
export interface Ports extends Pick<Runtime, 'database' | 'events' | 'pubsub' | 'clock' | 'log' | 'jobs'> {
  readonly catalog: CatalogClient;
  readonly seller: SellerClient;
  readonly identity: IdentityClient;
  readonly payments: PaymentsClient;
  readonly taxRates: TaxRates;
  /** How often a person set a saga going again. */
  interventions(sagaId: string): Promise<number>;
}
