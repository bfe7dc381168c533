import type { Services } from '../services.ts';
import { inboxTopic, viewerTopic } from '../usecases/announce.ts';
import { EventFeed } from './event-feed.ts';
import { createHintGate } from './hint-gate.ts';
import { inboxKey } from './inbox-lookout.ts';
import { type InboxOwner, type Place, placesAfter, placesRead } from './list-places.ts';

/** A conversation that stands differently than before. */
export interface ConversationEvent {
  readonly conversationId: string;
}

type Feed = EventFeed<ConversationEvent>;

/** Clocks of several processes differ, and what is written is dated before it is committed. */
const overlapMs = 5_000;

/** Conversations that were told lately, and when. */
type Told = Map<string, Date>;

/**
 * Tells of what changed in a list since, in that order. What was told later than it changed need not be told again; a
 * change after that has to be, because it was another one that was told.
 */
const catchUp = async (services: Services, owner: InboxOwner, since: Date, told: Told, feed: Feed): Promise<void> => {
  try {
    // What changed at that very instant has been seen, so it begins a moment later.
    const from = new Date(Math.max(0, since.getTime() - overlapMs) + 1);
    let last: Place | undefined = { at: from.toISOString(), id: '' };
    while (last && !feed.ended) {
      const places: readonly Place[] = await placesAfter(services.database, owner, last);
      for (const { at, id } of places) {
        const heard = told.get(id);
        if (heard && heard > new Date(at)) continue;
        told.set(id, services.clock.now());
        feed.push({ conversationId: id });
      }
      await feed.drained();
      last = places.length === placesRead ? places.at(-1) : undefined;
    }
  } catch (error) {
    services.log.warn({ err: error }, 'A list could not be caught up; whoever follows it subscribes again');
    feed.fail(error);
  }
};

/**
 * Tells of conversations of a list that changed: something was written, edited, read or blocked. What stands in them is
 * read when it is told, so telling one twice is harmless, and what no hint told is found by a look at the newest change of
 * the list. With `after` those that changed since come first.
 */
export const followInbox = async (
  services: Services,
  owner: InboxOwner,
  after: Date | null,
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
  const feed: Feed = new EventFeed<ConversationEvent>(() => {
    for (const end of ends) end();
  });
  const gate = createHintGate(
    (conversationId) => feed.push({ conversationId }),
    () => feed.drained(),
  );
  const told: Told = new Map();
  void (async () => {
    for await (const event of hints) {
      told.set(event.conversationId, services.clock.now());
      gate.pass(event.conversationId);
    }
    feed.end();
  })().catch((error: unknown) => feed.fail(error));
  const missed = after ? catchUp(services, owner, after, told, feed) : Promise.resolve();
  void missed.then(() => gate.open());
  ends.push(
    services.inboxLookout.watch(inboxKey(owner), (state) => {
      const changedAt = state?.changedAt;
      if (!changedAt || changedAt <= seen) return;
      const since = seen;
      seen = changedAt;
      // What was told before anything that is read now says nothing about it.
      for (const [id, at] of told) if (at.getTime() < since.getTime() - overlapMs) told.delete(id);
      void catchUp(services, owner, since, told, feed);
    }),
  );
  return feed;
};
