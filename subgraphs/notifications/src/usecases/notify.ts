import type { ConsumerScope } from '@vitrina/platform/events';
import { newId } from '@vitrina/platform/ids';
import type { MessageKind, Params } from '../domain/message.ts';
import type { Services } from '../services.ts';
import { insertTold } from '../store/told.ts';
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

const recipientsOf = ({ recipientIds }: Told): readonly string[] => [...new Set(recipientIds)];

const inApp = (told: Told) =>
  !told.message.channels.includes('app')
    ? []
    : recipientsOf(told)
        .filter(isPerson)
        .map((userId) => ({
          id: newId('ntf'),
          userId,
          category: told.message.category,
          kind: told.message.kind,
          params: told.params,
          subjectId: told.subjectId ?? null,
          eventId: told.eventId,
        }));

const mails = (told: Told) =>
  !told.message.channels.includes('email')
    ? []
    : recipientsOf(told).map((recipientId) => ({
        id: newId('ntd'),
        eventId: told.eventId,
        kind: told.message.kind,
        params: told.params,
        recipientId,
      }));

/**
 * The one way to tell somebody something: writes what the messages' channels need in the transaction of the event that
 * is the reason, so a redelivered event tells nobody twice. All that one event tells is written by one statement, so it
 * is given at once.
 */
export const notify = async (scope: ConsumerScope<Services>, ...told: readonly Told[]): Promise<void> => {
  const { clock, pubsub, wakeSender } = scope.services;
  const notifications = told.flatMap(inApp);
  const deliveries = told.flatMap(mails);
  await insertTold(scope.tx, { notifications, deliveries }, clock.now());
  for (const userId of new Set(notifications.map((row) => row.userId)))
    scope.afterCommit(() => pubsub.publish(topicOf(userId), {}));
  if (deliveries.length > 0) scope.afterCommit(wakeSender);
};
