import type { Tx } from '@vitrina/platform/database';
import type { ConsumerScope } from '@vitrina/platform/events';
import { newId } from '@vitrina/platform/ids';
import type { Params } from '../domain/message.ts';
import { laneOf, stepsFrom } from '../domain/workflow/plan.ts';
import { waysOf } from '../domain/workflow/ways.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import type { Services } from '../services.ts';
import { type Cancel, cancelRuns } from '../store/steps.ts';
import { insertTold, type NewNotification, type NewRun, type NewStep } from '../store/told.ts';
import { peopleOfShops } from './contacts.ts';
import { topicOf } from './topic.ts';

/** The people of a shop, all but one: who caused it need not hear of it. */
export interface ShopPeople {
  readonly shopId: string;
  readonly except?: string;
}

export interface Told {
  /** The event that is the reason; it tells one recipient once. */
  readonly eventId: string;
  /** People (`usr_…`), guests' orders (`ord_…`), who can be reached by e-mail only, or whoever works for a shop now. */
  readonly to: readonly string[] | ShopPeople;
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

/** What is told, and whether a later event of the same transaction made it pointless. */
interface Gathered extends Told {
  readonly isOver: boolean;
}

/** What one recipient is told: the run, its first steps, and the message in the app when that comes first. */
const begin = (told: Gathered, recipientId: string) => {
  const { workflow, eventId, params, isOver } = told;
  const [subjectId, key] = [told.subjectId ?? null, told.key ?? null];
  const { name, category } = workflow;
  const id = newId('wfr');
  const run: NewRun = { id, workflow: name, recipientId, category, key, params, subjectId, eventId, isOver };
  const first = stepsFrom(workflow, 0);
  const atOnce = first.some(({ type, position }) => type === 'IN_APP' && position === 0) && isPerson(recipientId);
  const notifications: NewNotification[] = atOnce
    ? [{ id: newId('ntf'), userId: recipientId, category, kind: name, params, subjectId, eventId }]
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

/** Who is told, with the people of all shops asked for at once. */
const recipientsOf = async (services: Services, told: readonly Told[]): Promise<(one: Told) => readonly string[]> => {
  const people = await peopleOfShops(
    services,
    told.flatMap(({ to }) => ('shopId' in to ? [to.shopId] : [])),
  );
  return ({ to }) =>
    'shopId' in to ? (people.get(to.shopId) ?? []).filter((id) => id !== to.except) : [...new Set(to)];
};

/** Writes down what several events say, in one statement, and what they make pointless in another one before it. */
const writeDown = async (
  scope: ConsumerScope<Services>,
  { told, cancels }: { readonly told: readonly Gathered[]; readonly cancels: readonly Cancel[] },
): Promise<void> => {
  const { clock, pubsub, wakeSender } = scope.services;
  const recipients = await recipientsOf(scope.services, told);
  const begun = told.flatMap((one) => recipients(one).map((recipientId) => begin(one, recipientId)));
  const notifications = begun.flatMap((one) => one.notifications);
  const steps = begun.flatMap((one) => one.steps);
  const now = clock.now();
  await Promise.all([
    cancelRuns(scope.tx, cancels, now),
    insertTold(scope.tx, { notifications, runs: begun.map(({ run }) => run), steps }, now),
  ]);
  const topics = [...new Set(notifications.map((row) => topicOf(row.userId)))];
  if (topics.length > 0) scope.afterCommit(() => Promise.all(topics.map((topic) => pubsub.publish(topic, {}))));
  if (steps.some(({ inSeconds }) => inSeconds === 0)) scope.afterCommit(wakeSender);
};

/** What is to be written before a transaction ends. */
const gatheredBy = new WeakMap<Tx, { told: Gathered[]; readonly cancels: Cancel[] }>();

const gatheredOf = (scope: ConsumerScope<Services>) => {
  const known = gatheredBy.get(scope.tx);
  if (known) return known;
  const gathered = { told: [], cancels: [] };
  gatheredBy.set(scope.tx, gathered);
  scope.beforeCommit(() => writeDown(scope, gathered));
  return gathered;
};

/**
 * The one way to tell somebody something: begins the workflows of what an event says in the transaction of that event, so
 * a redelivered event tells nobody twice. What the events of one transaction say is written together at its end, once, so
 * that all such transactions take their locks in one order. What a later one of them cancels is written as cancelled.
 */
export const notifyAll = async (scope: ConsumerScope<Services>, { told, cancels = [] }: News): Promise<void> => {
  const gathered = gatheredOf(scope);
  const isCancelled = ({ workflow: { name }, key }: Told) =>
    cancels.some((cancel) => cancel.workflow === name && cancel.key === key);
  gathered.told = gathered.told.map((one) => (isCancelled(one) ? { ...one, isOver: true } : one));
  gathered.told.push(...told.map((one) => ({ ...one, isOver: false })));
  gathered.cancels.push(...cancels);
};

/** Tells what one event says. */
export const notify = (scope: ConsumerScope<Services>, ...told: readonly Told[]): Promise<void> =>
  notifyAll(scope, { told });

/** Tells something in a transaction of our own, which nothing else is gathered in. Run the hints when it is committed. */
export const notifyWithin = async (services: Services, tx: Tx, told: Told): Promise<() => Promise<void>> => {
  const hints: (() => Promise<unknown>)[] = [];
  const scope = {
    tx,
    services,
    beforeCommit: () => {},
    afterCommit: (hint: () => Promise<unknown>) => void hints.push(hint),
  };
  await writeDown(scope, { told: [{ ...told, isOver: false }], cancels: [] });
  return async () => {
    for (const hint of hints) await hint();
  };
};
