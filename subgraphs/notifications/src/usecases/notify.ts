import type { ConsumerScope } from '@vitrina/platform/events';
import { newId } from '@vitrina/platform/ids';
import type { Params } from '../domain/message.ts';
import { laneOf, stepsFrom } from '../domain/workflow/plan.ts';
import { waysOf } from '../domain/workflow/ways.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import type { Services } from '../services.ts';
import { type Cancel, cancelRuns } from '../store/steps.ts';
import { insertTold, type NewNotification, type NewRun, type NewStep } from '../store/told.ts';
import { topicOf } from './topic.ts';

export interface Told {
  /** The event that is the reason; it tells one recipient once. */
  readonly eventId: string;
  /** People (`usr_…`), or a guest's order (`ord_…`), who can be reached by e-mail only. */
  readonly recipientIds: readonly string[];
  readonly workflow: Workflow;
  readonly params: Params;
  readonly subjectId?: string;
  /** What it is about: digests gather by it, and later events cancel by it. */
  readonly key?: string;
}

/** What one event says, and what it makes pointless. */
export interface News {
  readonly told: readonly Told[];
  readonly cancels?: readonly Cancel[];
}

const isPerson = (recipientId: string): boolean => recipientId.startsWith('usr_');

/** What one recipient is told: the run, its first steps, and the message in the app when that comes first. */
const begin = (told: Told, recipientId: string) => {
  const { workflow, eventId, params } = told;
  const [subjectId, key] = [told.subjectId ?? null, told.key ?? null];
  const run: NewRun = {
    id: newId('wfr'),
    workflow: workflow.name,
    recipientId,
    category: workflow.category,
    key,
    params,
    subjectId,
    eventId,
  };
  const first = stepsFrom(workflow, 0);
  const atOnce = first.some(({ type, position }) => type === 'IN_APP' && position === 0) && isPerson(recipientId);
  const notifications: NewNotification[] = atOnce
    ? [
        {
          id: newId('ntf'),
          userId: recipientId,
          category: workflow.category,
          kind: workflow.name,
          params,
          subjectId,
          eventId,
        },
      ]
    : [];
  const steps: NewStep[] = first
    .filter(({ type, position }) => type !== 'IN_APP' || (position > 0 && isPerson(recipientId)))
    .map(({ position, type, inSeconds }) => ({
      id: newId('stp'),
      runId: run.id,
      position,
      type,
      lane: laneOf(workflow),
      inSeconds,
      ways: waysOf(workflow, position) ?? null,
      digestKey: type === 'DIGEST' ? (key ?? '') : null,
      digestId: type === 'DIGEST' ? newId('dgs') : null,
    }));
  return { run, notifications, steps };
};

/**
 * The one way to tell somebody something: begins the workflows of what an event says in the transaction of that event, so
 * a redelivered event tells nobody twice. All that one event tells is written by one statement, so it is given at once.
 */
export const notifyAll = async (scope: ConsumerScope<Services>, { told, cancels = [] }: News): Promise<void> => {
  const { clock, pubsub, wakeSender } = scope.services;
  const begun = told.flatMap((one) => [...new Set(one.recipientIds)].map((recipientId) => begin(one, recipientId)));
  const notifications = begun.flatMap((one) => one.notifications);
  const steps = begun.flatMap((one) => one.steps);
  const now = clock.now();
  await cancelRuns(scope.tx, cancels, now);
  await insertTold(scope.tx, { notifications, runs: begun.map(({ run }) => run), steps }, now);
  for (const userId of new Set(notifications.map((row) => row.userId)))
    scope.afterCommit(() => pubsub.publish(topicOf(userId), {}));
  if (steps.some(({ inSeconds }) => inSeconds === 0)) scope.afterCommit(wakeSender);
};

/** Tells what one event says. */
export const notify = (scope: ConsumerScope<Services>, ...told: readonly Told[]): Promise<void> =>
  notifyAll(scope, { told });
