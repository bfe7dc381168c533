import type { Lookout } from '@vitrina/platform/pubsub';
import type { Runtime } from '@vitrina/platform/subgraph';
import type { MessagingConfig } from './config.ts';
import type { Ports } from './ports.ts';
import {
  type ConversationReads,
  createConversationLookout,
  createConversationReads,
} from './queries/conversation-reads.ts';
import { createInboxLookout, type InboxState } from './queries/inbox-lookout.ts';
import type { ConversationRow } from './store/conversation.table.ts';
import { openRecentMessages } from './store/recent-messages.ts';
import { createPresence, type Presence } from './usecases/presence.ts';
import { createSender, type Sender } from './usecases/send-batch.ts';

/** Everything a resolver, job or consumer of messaging has. */
export interface Services extends Ports {
  /** Writes messages, those of all requests together. */
  readonly sender: Sender;
  /** Reads conversations, those of all requests together. */
  readonly reads: ConversationReads;
  /** Looks at all followed conversations together. */
  readonly lookout: Lookout<ConversationRow>;
  /** Looks at all followed inboxes together. */
  readonly inboxLookout: Lookout<InboxState>;
  /** Who is there, as far as this process knows. */
  readonly presence: Presence;
}

/** Builds the services of one process. */
export const createServices = (runtime: Runtime, config: MessagingConfig): Services => {
  const { database, events, pubsub, clock, log, jobs, internal, rateLimiter, objects, uploads } = runtime;
  const recent = openRecentMessages(runtime.recent);
  const ports: Ports = {
    database,
    events,
    pubsub,
    clock,
    log,
    jobs,
    internal,
    rateLimiter,
    objects,
    uploads,
    recent,
    config,
  };
  return {
    ...ports,
    sender: createSender(ports),
    reads: createConversationReads(ports),
    lookout: createConversationLookout(ports),
    inboxLookout: createInboxLookout(ports),
    presence: createPresence(ports),
  };
};
