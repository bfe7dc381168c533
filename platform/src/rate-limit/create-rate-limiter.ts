import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Database } from '../database/index.ts';
import { createLogger, type Logger } from '../logging/index.ts';
import { metrics } from '../observability/index.ts';
import type { RateLimit, RateLimiter } from './contract.ts';
import { postgresStore } from './postgres-store.ts';

/** Where budgets are counted: `memory` for one process alone, the others across processes. */
export type RateLimitStore =
  | { readonly kind: 'memory' }
  | { readonly kind: 'postgres'; readonly database: Database }
  | { readonly kind: 'redis'; readonly url: string; readonly prefix?: string };

export interface ClosableRateLimiter extends RateLimiter {
  /** Closes what the limiter opened itself (the Redis connection). */
  close(): Promise<void>;
}

interface Store {
  limiter(limit: RateLimit): RateLimiterAbstract;
  /** Makes ready what the store needs before its first use. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Time between two lines about a store that cannot be reached. */
const quietForMs = 5_000;

/** Counts budgets in fixed windows. A window starts with the first point spent in it. */
export const createRateLimiter = (
  choice: RateLimitStore,
  log: Logger = createLogger('rate-limit'),
): ClosableRateLimiter => {
  const store = openStore(choice, log);
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (limit: RateLimit): RateLimiterAbstract => {
    const id = `${limit.name}|${limit.points}|${limit.windowSeconds}`;
    const known = limiters.get(id) ?? store.limiter(limit);
    limiters.set(id, known);
    return known;
  };

  let toldAt = Number.NEGATIVE_INFINITY;
  const storeFailed = (limit: RateLimit, error: unknown) => {
    const refuse = limit.onStoreFailure === 'refuse';
    const decision = refuse ? 'refused' : 'allowed';
    metrics.rateLimitStoreFailures.inc({ limit: limit.name, decision });
    // Every request meets an outage; writing a line for each would be an outage of its own.
    if (performance.now() - toldAt > quietForMs) {
      toldAt = performance.now();
      log.error({ err: error, limit: limit.name, decision }, 'Rate limits cannot be counted');
    }
    return { allowed: !refuse, remaining: refuse ? 0 : limit.points, retryAfterSeconds: refuse ? 5 : 0 };
  };

  return {
    consume: async (limit, key, cost = 1) => {
      try {
        await store.prepare();
        const spent = await limiterOf(limit).consume(compact(key), cost);
        return { allowed: true, remaining: spent.remainingPoints, retryAfterSeconds: 0 };
      } catch (outcome) {
        // The library rejects with the count when a budget is used up, and with an error when its store failed.
        if (!(outcome instanceof RateLimiterRes)) return storeFailed(limit, outcome);
        metrics.rateLimitRefusals.inc({ limit: limit.name });
        return { allowed: false, remaining: 0, retryAfterSeconds: Math.max(1, Math.ceil(outcome.msBeforeNext / 1000)) };
      }
    },
    reset: async (limit, key) => {
      try {
        await store.prepare();
        await limiterOf(limit).delete(compact(key));
      } catch (error) {
        storeFailed(limit, error);
      }
    },
    close: () => store.close(),
  };
};

/** Keys come from input; a long one is replaced by its digest, since stores hold at most 255 characters. */
const compact = (key: string): string =>
  key.length <= 100 ? key : createHash('sha256').update(key).digest('base64url');

const optionsOf = (limit: RateLimit) => ({
  points: limit.points,
  duration: limit.windowSeconds,
  keyPrefix: limit.name,
});

const openStore = (choice: RateLimitStore, log: Logger): Store => {
  switch (choice.kind) {
    case 'memory':
      return {
        limiter: (limit) => new RateLimiterMemory(optionsOf(limit)),
        prepare: async () => {},
        close: async () => {},
      };
    case 'postgres': {
      const store = postgresStore(choice.database);
      return {
        limiter: (limit) => new RateLimiterPostgres({ ...optionsOf(limit), ...store.options }),
        prepare: store.prepare,
        close: async () => {},
      };
    }
    case 'redis': {
      // Fails at once while Redis is away: a budget that cannot be counted must not hold up the request it guards.
      const client = new Redis(choice.url, {
        lazyConnect: true,
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        commandTimeout: 2000,
        connectionName: 'vitrina-rate-limit',
      });
      let quiet = false;
      client.on('error', (error) => {
        // One line per outage: every try to connect reports one.
        if (!quiet) log.warn({ err: error }, 'The connection of the rate limiter reported an error');
        quiet = true;
      });
      client.on('ready', () => {
        quiet = false;
      });
      let connecting: Promise<void> | undefined;
      return {
        limiter: (limit) =>
          new RateLimiterRedis({
            ...optionsOf(limit),
            keyPrefix: `${choice.prefix ?? 'rate'}:${limit.name}`,
            storeClient: client,
            rejectIfRedisNotReady: true,
          }),
        // After the first attempt ioredis reconnects by itself.
        prepare: () => {
          connecting ??= client.connect();
          return connecting.catch(() => undefined);
        },
        close: async () => client.disconnect(),
      };
    }
  }
};
