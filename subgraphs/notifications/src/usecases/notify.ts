import type { ConsumerScope } from '@vitrina/platform/events';
import { newId } from '@vitrina/platform/ids';
import { sql } from 'drizzle-orm';
import type { MessageKind, Params } from '../domain/message.ts';
import { sendDueEmails, wake } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { delivery } from '../store/delivery.table.ts';
import { feed, notification } from '../store/notification.table.ts';
import { topicOf } from './topic.ts';

export interface Told {
  /** The event that is the reason; it tells one recipient once. */
  readonly eventId: string;
  /** People (`usr_…`), or a guest's order (`ord_…`), who can be reached by e-mail only. */
  readonly recipientIds: readonly string[];
  readonly message: MessageKind;
  readonly params: Params;
  readonly subjectId?: string;
}

const isPerson = (recipientId: string): boolean => recipientId.startsWith('usr_');

/** The next place in a person's sequence; the row lock makes sequence order the order of commits. */
const nextSequence = async ({ tx }: ConsumerScope<Services>, userId: string): Promise<number> => {
  const [row] = await tx
    .insert(feed)
    .values({ userId, lastSequence: 1 })
    .onConflictDoUpdate({ target: feed.userId, set: { lastSequence: sql`${feed.lastSequence} + 1` } })
    .returning({ sequence: feed.lastSequence });
  return row?.sequence ?? 1;
};

const tellInApp = async (scope: ConsumerScope<Services>, told: Told, userId: string): Promise<void> => {
  const { clock, pubsub } = scope.services;
  await scope.tx.insert(notification).values({
    id: newId('ntf'),
    userId,
    sequence: await nextSequence(scope, userId),
    category: told.message.category,
    kind: told.message.kind,
    params: told.params,
    subjectId: told.subjectId ?? null,
    eventId: told.eventId,
    createdAt: clock.now(),
  });
  scope.afterCommit(() => pubsub.publish(topicOf(userId), {}));
};

const tellByEmail = async (scope: ConsumerScope<Services>, told: Told, recipientId: string): Promise<void> => {
  const { clock, jobs } = scope.services;
  const now = clock.now();
  await scope.tx.insert(delivery).values({
    id: newId('ntd'),
    eventId: told.eventId,
    kind: told.message.kind,
    params: told.params,
    recipientId,
    state: 'PENDING',
    dueAt: now,
    createdAt: now,
  });
  scope.afterCommit(() => jobs.enqueue(sendDueEmails, {}, wake));
};

/**
 * The one way to tell somebody something: writes what the message's channels need in the transaction of the event that
 * is the reason, so a redelivered event tells nobody twice. Recipients are taken in sorted order, so that two events
 * that tell the same people do not wait for each other.
 */
export const notify = async (scope: ConsumerScope<Services>, told: Told): Promise<void> => {
  for (const recipientId of [...new Set(told.recipientIds)].sort()) {
    if (told.message.channels.includes('app') && isPerson(recipientId)) await tellInApp(scope, told, recipientId);
    if (told.message.channels.includes('email')) await tellByEmail(scope, told, recipientId);
  }
};
