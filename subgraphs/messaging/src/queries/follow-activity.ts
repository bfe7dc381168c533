import type { Actor } from '@vitrina/platform/auth';
import { marksOf, otherSide, type Side } from '../domain/sides.ts';
import type { Services } from '../services.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import { sideOf } from '../usecases/access.ts';
import type { ActivityHint } from '../usecases/activity.ts';
import { activityTopic, tell } from '../usecases/announce.ts';
import { EventFeed } from './event-feed.ts';
import { type ChangeFollower, followChanges } from './follow-changes.ts';
import { followable, whyNot } from './followed.ts';

/** What a reader is told. */
export type ActivityEvent =
  | { readonly __typename: 'ConversationTyping'; readonly side: Side; readonly expiresAt: Date }
  | {
      readonly __typename: 'ConversationPresence';
      readonly side: Side;
      readonly online: boolean;
      readonly expiresAt: Date;
    }
  | {
      readonly __typename: 'ConversationMarksMoved';
      readonly side: Side;
      readonly read: number;
      readonly delivered: number;
    }
  | { readonly __typename: 'MessageChanged'; readonly messageId: string; readonly edit: number };

interface Reader {
  readonly actor: Actor;
  readonly conversationId: string;
  readonly side: Side | null;
  readonly feed: EventFeed<ActivityEvent>;
  /** The marks told last, as one number per side that only rises. */
  readonly told: Record<Side, number>;
  readonly changes: ChangeFollower;
}

const rank = ({ read, delivered }: { read: number; delivered: number }): number => read + delivered;

/** Marks only move forward, so what is not further than what was told is an echo. */
const tellMarks = ({ feed, told }: Reader, side: Side, marks: { read: number; delivered: number }): void => {
  if (rank(marks) <= told[side]) return;
  told[side] = rank(marks);
  feed.push({ __typename: 'ConversationMarksMoved', side, ...marks });
};

/** What a hint means to one reader: typing and presence are told about the other side only. */
const take = (services: Services, reader: Reader, hint: ActivityHint): void => {
  const { feed, side: own, conversationId } = reader;
  switch (hint.kind) {
    case 'TYPING':
      if (hint.side !== own)
        feed.push({ __typename: 'ConversationTyping', side: hint.side, expiresAt: new Date(hint.until) });
      return;
    case 'HERE':
      if (hint.side !== own)
        feed.push({
          __typename: 'ConversationPresence',
          side: hint.side,
          online: true,
          expiresAt: new Date(hint.until),
        });
      return;
    case 'GONE':
      // Somebody else of the same side may still be there, in this process or in another one.
      if (hint.side === own) services.presence.confirm(conversationId, hint.side);
      else
        feed.push({
          __typename: 'ConversationPresence',
          side: hint.side,
          online: false,
          expiresAt: services.clock.now(),
        });
      return;
    case 'WHO':
      if (hint.side === own) services.presence.confirm(conversationId, hint.side);
      return;
    case 'MARKS':
      tellMarks(reader, hint.side, hint);
      return;
    case 'CHANGED':
      reader.changes.take(hint);
      return;
    case 'BLOCKS':
      void recheck(services, reader);
  }
};

/** Who is blocked follows nothing any more; a database that is away is asked again at the next look. */
const recheck = async (services: Services, { actor, conversationId, feed }: Reader): Promise<void> => {
  try {
    const refusal = whyNot(actor, await services.reads.find(conversationId));
    if (refusal) feed.fail(refusal);
  } catch (error) {
    services.log.warn({ err: error, conversationId }, 'Access could not be checked; the next look does it');
  }
};

const rowMarks = (row: ConversationRow): Record<Side, number> => ({
  BUYER: rank(marksOf(row, 'BUYER')),
  SHOP: rank(marksOf(row, 'SHOP')),
});

/** How it stands once hints are listened to, so that nothing falls between the two; a refusal ends the listening. */
const standing = async (
  services: Services,
  actor: Actor,
  conversationId: string,
  feed: EventFeed<ActivityEvent>,
): Promise<ConversationRow> => {
  try {
    return followable(actor, await services.reads.find(conversationId));
  } catch (error) {
    feed.end();
    throw error;
  }
};

/**
 * What happens in a conversation beside new messages. Typing and presence live in hints alone; marks and changed messages
 * are also found by the process's looks at what is followed in it, so a lost hint makes them late and no more. With
 * `afterEdit` the messages that changed since come first. Ends with an error when the other side blocks the reader's.
 */
export const followActivity = async (
  services: Services,
  actor: Actor,
  conversationId: string,
  afterEdit: number | null,
  signal: AbortSignal,
): Promise<AsyncIterableIterator<ActivityEvent>> => {
  // Before anything is listened to: the topic of a conversation that is not there is nobody's.
  followable(actor, await services.reads.find(conversationId));
  const stop = new AbortController();
  const hints = await services.pubsub.subscribe<ActivityHint>(activityTopic(conversationId), {
    signal: AbortSignal.any([signal, stop.signal]),
    maxBuffered: 1_000,
  });
  const ends: (() => void)[] = [() => stop.abort()];
  const feed = new EventFeed<ActivityEvent>(() => {
    for (const end of ends) end();
  });
  const row = await standing(services, actor, conversationId, feed);
  const side = sideOf(actor, row);
  const changes = followChanges<ActivityEvent>(services, {
    actor,
    conversationId,
    feed,
    // A number that does not exist yet counts as the last one.
    after: Math.max(0, Math.min(afterEdit ?? row.edits, row.edits)),
    toEvent: (change) => ({ __typename: 'MessageChanged', ...change }),
  });
  const reader: Reader = { actor, conversationId, side, feed, told: rowMarks(row), changes };
  void (async () => {
    for await (const hint of hints) take(services, reader, hint);
    feed.end();
  })().catch((error: unknown) => feed.fail(error));
  ends.push(
    services.lookout.watch(conversationId, (now) => {
      const refusal = whyNot(actor, now);
      if (refusal) feed.fail(refusal);
      if (refusal || !now) return;
      for (const one of ['BUYER', 'SHOP'] as const) tellMarks(reader, one, marksOf(now, one));
      changes.reached(now.edits);
    }),
  );
  changes.reached(row.edits);
  if (side) ends.push(services.presence.arrive(conversationId, side));
  for (const asked of side ? [otherSide(side)] : (['BUYER', 'SHOP'] as const))
    await tell(services, activityTopic(conversationId), { kind: 'WHO', side: asked } satisfies ActivityHint);
  return feed;
};
