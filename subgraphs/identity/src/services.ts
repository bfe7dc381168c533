import type { Runtime } from '@vitrina/platform/subgraph';
import type { IdentityConfig } from './config.ts';
import { createDecoyHash, createPasswordHasher, type PasswordHasher } from './credentials/password-hasher.ts';
import { createPrivateKeyBox } from './credentials/private-key-box.ts';
import { createSigningKeys, type SigningKeys } from './credentials/signing-keys.ts';

/** What resolvers, sweeps and routes of this context work with. */
export interface Services extends Pick<Runtime, 'database' | 'events' | 'rateLimiter' | 'clock' | 'log'> {
  readonly config: IdentityConfig;
  readonly hasher: PasswordHasher;
  /** Hash that stands in for an unknown person's; made on first use. */
  readonly decoyHash: () => Promise<string>;
  readonly keys: SigningKeys;
}

/** Builds the services out of what the kit gives. */
export const createServices = (runtime: Runtime, config: IdentityConfig): Services => {
  const { database, events, rateLimiter, clock, log } = runtime;
  const hasher = createPasswordHasher(config.VITRINA_PASSWORD_HASH_CONCURRENCY);
  let decoy: Promise<string> | undefined;
  return {
    database,
    events,
    rateLimiter,
    clock,
    log,
    config,
    hasher,
    decoyHash: () => {
      decoy ??= createDecoyHash(hasher);
      return decoy;
    },
    keys: createSigningKeys({
      database,
      clock,
      box: createPrivateKeyBox(config.VITRINA_IDENTITY_KEY_SECRET),
      rotationDays: config.VITRINA_IDENTITY_KEY_ROTATION_DAYS,
    }),
  };
};
