import type { Clock } from '@vitrina/platform/clock';
import type { Database } from '@vitrina/platform/database';
import type { EventPublisher } from '@vitrina/platform/events';
import type { InternalCaller } from '@vitrina/platform/internal';
import type { JobQueue } from '@vitrina/platform/jobs';
import type { Logger } from '@vitrina/platform/logging';
import type { Runtime } from '@vitrina/platform/subgraph';
import { cashOnDelivery } from './clients/cash-on-delivery/cash-on-delivery.ts';
import { createCardVault } from './clients/stripe/card-vault.ts';
import { createStripeClient } from './clients/stripe/stripe-client.ts';
import { createStripeProvider } from './clients/stripe/stripe-provider.ts';
import { createWebhookReader } from './clients/stripe/webhook-reader.ts';
import type { Config } from './config.ts';
import type { CardVault, PaymentProvider, WebhookReader } from './domain/provider.ts';

/** The ways of paying this process knows. Card payments are absent when no key is configured. */
export interface Providers {
  readonly cash: PaymentProvider;
  readonly card: PaymentProvider | null;
  readonly vault: CardVault | null;
  readonly webhooks: WebhookReader | null;
}

/** What use cases and queries work with. */
export interface Services {
  readonly database: Database;
  readonly events: EventPublisher;
  readonly jobs: JobQueue;
  readonly internal: InternalCaller;
  readonly clock: Clock;
  readonly log: Logger;
  readonly providers: Providers;
  /** Tax on the market's commission, in basis points. */
  readonly commissionTaxBasisPoints: number;
  /** How long whoever claims a provider call is left alone with it. */
  readonly callLeaseMs: number;
}

const providersOf = (config: Config, clock: Clock): Providers => {
  const { VITRINA_STRIPE_KEY: key, VITRINA_STRIPE_WEBHOOK_SECRET: secret } = config;
  if (key === undefined) return { cash: cashOnDelivery, card: null, vault: null, webhooks: null };
  const stripe = createStripeClient({
    key,
    apiUrl: config.VITRINA_STRIPE_API_URL,
    timeoutMs: config.VITRINA_STRIPE_TIMEOUT_MS,
  });
  return {
    cash: cashOnDelivery,
    card: createStripeProvider(stripe, () => clock.now()),
    vault: createCardVault(stripe),
    webhooks: secret === undefined ? null : createWebhookReader(stripe, secret),
  };
};

/** Builds the services out of what the kit gives. */
export const createServices = (
  runtime: Pick<Runtime, 'database' | 'events' | 'jobs' | 'internal' | 'clock' | 'log'>,
  config: Config,
): Services => ({
  database: runtime.database,
  events: runtime.events,
  jobs: runtime.jobs,
  internal: runtime.internal,
  clock: runtime.clock,
  log: runtime.log,
  providers: providersOf(config, runtime.clock),
  commissionTaxBasisPoints: config.VITRINA_COMMISSION_TAX_BASIS_POINTS,
  // Two requests and the rows around them; a lease that runs out early costs a question, never money.
  callLeaseMs: 2 * config.VITRINA_STRIPE_TIMEOUT_MS + 1_000,
});
