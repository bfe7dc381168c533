import { createLogger, type Logger } from '../logging/index.ts';
import type { PubSub } from './contract.ts';
import { postgresPubSub } from './postgres-pubsub.ts';
import { processPubSub } from './process-pubsub.ts';
import { redisPubSub } from './redis-pubsub.ts';

/** What carries messages between processes; `process` when there is only one. */
export type PubSubDriver =
  | { readonly kind: 'process' }
  | { readonly kind: 'postgres'; readonly url: string }
  | {
      readonly kind: 'redis';
      readonly url: string;
      /** Separates installations that share a server; default `pubsub`. */
      readonly prefix?: string;
    };

/** Opens pub/sub; made once per process and shared by its contexts. Connects at first use. */
export const createPubSub = (driver: PubSubDriver, log: Logger = createLogger('pubsub')): PubSub => {
  switch (driver.kind) {
    case 'process':
      return processPubSub(log);
    case 'postgres':
      return postgresPubSub(driver.url, log);
    case 'redis':
      return redisPubSub(driver.url, log, driver.prefix ?? 'pubsub');
  }
};
