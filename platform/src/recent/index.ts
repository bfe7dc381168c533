import { createLogger, type Logger } from '../logging/index.ts';
import type { RecentStore } from './contract.ts';
import { processRecent } from './process-recent.ts';
import { redisRecent } from './redis-recent.ts';

export type { RecentOptions, RecentRow, RecentRows, RecentStore } from './contract.ts';

/** Where recent rows are kept: `process` remembers what this process wrote or read, `redis` what any did. */
export type RecentChoice =
  | { readonly kind: 'process' }
  | {
      readonly kind: 'redis';
      readonly url: string;
      /** Separates installations that share a server; default `recent`. */
      readonly prefix?: string;
    };

/** Opens the memory of recent rows. Connects at first use. */
export const createRecent = (choice: RecentChoice, log: Logger = createLogger('recent')): RecentStore =>
  choice.kind === 'process' ? processRecent() : redisRecent(choice.url, log, choice.prefix ?? 'recent');
