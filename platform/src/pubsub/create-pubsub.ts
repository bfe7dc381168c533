import { createLogger, type Logger } from '../logging/index.ts';
import type { PubSub } from './contract.ts';
import { processPubSub } from './process-pubsub.ts';

/** What carries messages between processes; `process` when there is only one. */
export type PubSubDriver = { readonly kind: 'process' };

/** Opens pub/sub; made once per process and shared by its contexts. */
export const createPubSub = (driver: PubSubDriver, log: Logger = createLogger('pubsub')): PubSub => {
  switch (driver.kind) {
    case 'process':
      return processPubSub(log);
  }
};
