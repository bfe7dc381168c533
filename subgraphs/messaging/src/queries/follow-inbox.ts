import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { conversation } from '../store/conversation.table.ts';
import { inboxTopic, viewerTopic } from '../usecases/announce.ts';
import { EventFeed } from './event-feed.ts';
import { inboxKey } from './inbox-lookout.ts';

/** Whose list it is; who may follow it is decided before. */
export type InboxOwner = { readonly shopId: string } | { readonly buyerId: string };

/** A conversation that stands differently than before. */
export interface ConversationEvent {
  readonly conversationId: string;
}

const maxCaughtUp = 100;

/** The conversations in which something was written since; the newest ones, when there are very many. */
const activeSince = async ({ database }: Services, owner: InboxOwner, since: Date): Promise<ConversationEvent[]> => {
  const mine = 'shopId' in owner ? eq(conversation.shopId, owner.shopId) : eq(conversation.buyerId, owner.buyerId);
  return database.orm
    .select({ conversationId: conversation.id })
    .from(conversation)
    .where(and(mine, gt(conversation.activeAt, since), sql`${conversation.lastSequence} > 0`))
    .orderBy(asc(conversation.activeAt))
    .limit(maxCaughtUp);
};

/**
 * Tells of conversations of a list that changed. What stands in them is read when it is told, so telling one twice is
 * harmless, and what no hint told is found by a look at the newest activity of the list.
 */
export const followInbox = async (
  services: Services,
  owner: InboxOwner,
  signal: AbortSignal,
): Promise<AsyncIterableIterator<ConversationEvent>> => {
  const topic = 'shopId' in owner ? inboxTopic(owner.shopId) : viewerTopic(owner.buyerId);
  let seen = services.clock.now();
  const stop = new AbortController();
  const hints = await services.pubsub.subscribe<ConversationEvent>(topic, {
    signal: AbortSignal.any([signal, stop.signal]),
    maxBuffered: 2_000,
  });
  const ends: (() => void)[] = [() => stop.abort()];
  const feed = new EventFeed<ConversationEvent>(() => {
    for (const end of ends) end();
  });
  /** What hints told since the last look, which need not be told again. */
  const told = new Set<string>();
  void (async () => {
    for await (const event of hints) {
      told.add(event.conversationId);
      feed.push(event);
    }
    feed.end();
  })().catch((error: unknown) => feed.fail(error));
  ends.push(
    services.inboxLookout.watch(inboxKey(owner), (state) => {
      const activeAt = state?.activeAt;
      if (!activeAt || activeAt <= seen) return;
      const since = seen;
      seen = activeAt;
      void catchUp(services, owner, since, new Set(told), feed);
      told.clear();
    }),
  );
  return feed;
};

const catchUp = async (
  services: Services,
  owner: InboxOwner,
  since: Date,
  told: ReadonlySet<string>,
  feed: EventFeed<ConversationEvent>,
): Promise<void> => {
  try {
    for (const event of await activeSince(services, owner, since)) {
      if (!told.has(event.conversationId)) feed.push(event);
    }
  } catch (error) {
    services.log.warn({ err: error }, 'A list could not be caught up; whoever follows it reads it anew');
    feed.fail(error);
  }
};
