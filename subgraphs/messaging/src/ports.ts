import type { Runtime } from '@vitrina/platform/subgraph';
import type { MessagingConfig } from './config.ts';
import type { RecentMessages } from './store/recent-messages.ts';

/** What use cases and queries work with. */
export interface Ports
  extends Pick<
    Runtime,
    'database' | 'events' | 'pubsub' | 'clock' | 'log' | 'jobs' | 'internal' | 'rateLimiter' | 'objects' | 'uploads'
  > {
  readonly config: MessagingConfig;
  readonly recent: RecentMessages;
}
