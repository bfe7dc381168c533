import { and, asc, eq, gt, or, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type ConversationRow, conversation } from '../store/conversation.table.ts';
import { inboxTopic, viewerTopic } from '../usecases/announce.ts';
import { EventFeed } from './event-feed.ts';
import { inboxKey } from './inbox-lookout.ts';

/** Whose list it is; who may follow it is decided before. */
export type InboxOwner = { readonly shopId: string } | { readonly buyerId: string };

/** A conversation that stands differently than before. */
export interface ConversationEvent {
  readonly conversationId: string;
}

/** Conversations read at a time while a list is caught up. */
const batch = 100;
/** Clocks of several processes differ, and what is written is dated before it is committed. */
const overlapMs = 5_000;

type Active = Pick<ConversationRow, 'id' | 'activeAt'>;

/** The next conversations of a list in which something was written since, those longest ago first. */
const activeSince = async (
  { database }: Services,
  owner: InboxOwner,
  since: Date,
  last: Active | undefined,
): Promise<Active[]> => {
  const { id, activeAt, shopId, buyerId, lastSequence } = conversation;
  const mine = 'shopId' in owner ? eq(shopId, owner.shopId) : eq(buyerId, owner.buyerId);
  const beyond = last && or(gt(activeAt, last.activeAt), and(eq(activeAt, last.activeAt), gt(id, last.id)));
  return database.orm
    .select({ id, activeAt })
    .from(conversation)
    .where(and(mine, gt(activeAt, since), sql`${lastSequence} > 0`, beyond))
    .orderBy(asc(activeAt), asc(id))
    .limit(batch);
};

const catchUp = async (
  services: Services,
  owner: InboxOwner,
  since: Date,
  told: ReadonlySet<string>,
  feed: EventFeed<ConversationEvent>,
): Promise<void> => {
  try {
    const from = new Date(since.getTime() - overlapMs);
    let rows: Active[] = [];
    do {
      rows = await activeSince(services, owner, from, rows.at(-1));
      for (const { id } of rows) if (!told.has(id)) feed.push({ conversationId: id });
      await feed.drained();
    } while (rows.length === batch && !feed.ended);
  } catch (error) {
    services.log.warn({ err: error }, 'A list could not be caught up; whoever follows it subscribes again');
    feed.fail(error);
  }
};

/**
 * Tells of conversations of a list that changed. What stands in them is read when it is told, so telling one twice is
 * harmless, and what no hint told is found by a look at the newest activity of the list. With `afterActivity` those in
 * which something was written since come first.
 */
export const followInbox = async (
  services: Services,
  owner: InboxOwner,
  afterActivity: Date | null,
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
  if (afterActivity) void catchUp(services, owner, afterActivity, new Set(), feed);
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
