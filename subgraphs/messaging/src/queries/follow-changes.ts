import type { Actor } from '@vitrina/platform/auth';
import type { Services } from '../services.ts';
import { isBy, readsAll } from '../usecases/access.ts';
import type { ActivityHint } from '../usecases/activity.ts';
import type { EventFeed } from './event-feed.ts';
import { type Change, changedAfter } from './history.ts';

/** Changed messages read at a time while a gap is made up for. */
const batch = 100;

interface Following<Event> {
  readonly actor: Actor;
  readonly conversationId: string;
  readonly feed: EventFeed<Event>;
  /** The number of the change the reader has seen last. */
  readonly after: number;
  readonly toEvent: (change: Change) => Event;
}

/** Passes changes of messages on, in the order of their numbers. */
export interface ChangeFollower {
  /** A hint about one change: passed on when it is exactly the next one, a reason to read when something lies between. */
  take(hint: Extract<ActivityHint, { kind: 'CHANGED' }>): void;
  /** The conversation counts that many changes. */
  reached(edits: number): void;
}

const readerOf = (actor: Actor): string | null => {
  if (readsAll(actor)) return null;
  if (actor.kind === 'user') return actor.userId;
  return actor.kind === 'client' ? actor.clientId : '';
};

/**
 * Follows the changes of a conversation's messages: numbers are given under its lock, so knowing how many there are makes
 * whatever no hint told readable. A message that changed twice meanwhile is told once, as it is now.
 */
export const followChanges = <Event>(services: Services, following: Following<Event>): ChangeFollower => {
  const { actor, conversationId, feed, toEvent } = following;
  let position = following.after;
  let known = position;
  let reading = false;

  const readOn = async (): Promise<void> => {
    while (position < known && !feed.ended) {
      const upTo = known;
      const changes = await changedAfter(services.database, conversationId, position, readerOf(actor), batch);
      for (const change of changes) feed.push(toEvent(change));
      // Changes the reader may not see have numbers too: a batch that is not full has reached all that were known.
      position = Math.max(changes.at(-1)?.edit ?? 0, changes.length < batch ? upTo : 0, position);
      await feed.drained();
    }
  };
  const catchUp = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      await readOn();
    } catch (error) {
      services.log.warn({ err: error, conversationId }, 'Changed messages could not be read; the next look does it');
      services.lookout.again(conversationId);
    } finally {
      reading = false;
    }
  };

  return {
    take: ({ messageId, edit, onlyFor }) => {
      known = Math.max(known, edit);
      if (edit !== position + 1 || reading) {
        void catchUp();
        return;
      }
      position = edit;
      if (onlyFor === null || readsAll(actor) || isBy(actor, onlyFor)) feed.push(toEvent({ messageId, edit }));
    },
    reached: (edits) => {
      known = Math.max(known, edits);
      if (known > position) void catchUp();
    },
  };
};
