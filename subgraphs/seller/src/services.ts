import type { Runtime } from '@vitrina/platform/subgraph';
import type { SellerConfig } from './config.ts';

/** What resolvers, consumers and sweeps of this context work with. */
export interface Services extends Pick<Runtime, 'database' | 'events' | 'internal' | 'rateLimiter' | 'clock' | 'log'> {
  readonly config: SellerConfig;
}

/** Builds the services out of what the kit gives. */
export const createServices = (
  { database, events, internal, rateLimiter, clock, log }: Runtime,
  config: SellerConfig,
): Services => ({
  database,
  events,
  internal,
  rateLimiter,
  clock,
  log,
  config,
});
