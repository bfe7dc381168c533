import { crashPoint } from '@vitrina/platform/crash-points';
import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import DataLoader from 'dataloader';
import type { Params } from '../domain/message.ts';
import { beginSeconds, inSeconds, maxLost } from '../domain/retry.ts';
import { judgeConditions } from '../domain/workflow/conditions.ts';
import { quietEnd } from '../domain/workflow/decide.ts';
import { conditionsBefore, type Workflow } from '../domain/workflow/workflow.ts';
import { workflows } from '../domain/workflows/index.ts';
import type { Services } from '../services.ts';
import { spendBudgets, type Want } from '../store/budgets.ts';
import { type ClaimedStep, markHanded, settleSteps } from '../store/steps.ts';
import { insertNotifications } from '../store/told.ts';
import { gatheredBy, newsDesk } from './news.ts';
import { once } from './once.ts';
import { outlast } from './outlast.ts';
import { isOutbound, recipientsOf } from './recipients.ts';
import { sendStep, settleTry } from './send-step.ts';
import { type Ended, goOn, passOn, putOff, skip, told } from './settlement.ts';
import { groupsOf } from './side-by-side.ts';
import { topicOf } from './topic.ts';

/** What a step that was just written has not been through. */
const fresh = { claims: 1, attempts: 1, lost: 0, lastError: null, inDoubt: false } as const;

/** A claimed step with what is known about it. */
interface Work {
  readonly step: ClaimedStep;
  readonly workflow: Workflow;
  readonly all: readonly Params[];
  readonly count: number;
}

const workOf = async (services: Services, claimed: readonly ClaimedStep[]): Promise<Work[]> => {
  const gathered = await gatheredBy(services, claimed);
  return claimed.flatMap((step) => {
    const workflow = workflows.get(step.workflow);
    if (!workflow) return [];
    const { all, count } = gathered.get(step.digestId ?? '') ?? { all: [step.params], count: 1 };
    return [{ step, workflow, all, count }];
  });
};

/** What a batch of steps needs to know, asked for when the first step asks. */
const factsOf = (services: Services, works: readonly Work[]) => {
  const news = newsDesk(
    services,
    works.map(({ step, workflow, all }) => ({ workflow, position: step.position, all })),
  );
  const recipients = once(() =>
    recipientsOf(
      services,
      works.map(({ step }) => step),
    ),
  );
  // Those who ask side by side ask together: one transaction for all budgets, one statement for all hand-overs.
  const budgets = new DataLoader(
    async (wants: readonly Want[]) => {
      const spent = await spendBudgets(services.database, wants, services.clock.now());
      return wants.map(({ id }) => spent.get(id) ?? new Error('No answer about a budget.'));
    },
    { cache: false },
  );
  const handOvers = new DataLoader(
    async (steps: readonly ClaimedStep[]) => {
      const own = await markHanded(services.database.orm, steps);
      return steps.map(({ id }) => own.has(id));
    },
    { cache: false },
  );
  return {
    news,
    recipients,
    spend: (want: Want) => budgets.load(want),
    claimHandOver: (step: ClaimedStep) => handOvers.load(step),
  };
};

type BatchFacts = ReturnType<typeof factsOf>;

/** The steps that follow and were claimed as they were written, as if they had been claimed from their rows. */
const followedBy = (ended: readonly Ended[], written: ReadonlySet<string>): ClaimedStep[] =>
  ended.flatMap(({ step, following = [] }) =>
    following
      .filter(({ id, claims }) => claims === 1 && written.has(id))
      .map(({ id, position, type }) => ({ ...step, ...fresh, id, position, type })),
  );

/** Writes what became of steps and wakes whoever waits for it; gives the steps that follow at once. */
const settle = async (services: Services, ended: readonly Ended[], signal: AbortSignal): Promise<ClaimedStep[]> => {
  if (ended.length === 0) return [];
  const { database, pubsub, clock } = services;
  const now = clock.now();
  const settlement = {
    settled: ended.map((one) => one.settled),
    tries: ended.flatMap(({ tries = [] }) => tries),
    following: ended.flatMap(({ following = [] }) => following),
  };
  crashPoint('notifications.settle.before');
  const notifications = ended.flatMap(({ step, notification }) => (notification ? [{ step, notification }] : []));
  const settleAndKeep = async (tx: Tx): Promise<ReadonlySet<string>> => {
    const done = await settleSteps(tx, settlement, now);
    const kept = notifications.filter(({ step }) => done.has(step.id)).map(({ notification }) => notification);
    await insertNotifications(tx, kept, now);
    return done;
  };
  let written: ReadonlySet<string>;
  if (notifications.length === 0) {
    written = await outlast(() => settleSteps(database.orm, settlement, now), signal);
  } else {
    written = await outlast(() => database.transaction(settleAndKeep), signal);
    const told = notifications.filter(({ step }) => written.has(step.id));
    const topics = new Set(told.map(({ notification }) => topicOf(notification.userId)));
    for (const topic of topics) await pubsub.publish(topic, {});
  }
  crashPoint('notifications.settle.after');
  return followedBy(ended, written);
};

/** A timer is done, unless a digest's person sleeps: then it stays open, so the morning has one message and not many. */
const runTimer = async (services: Services, { step, workflow }: Work, facts: BatchFacts): Promise<Ended> => {
  const now = services.clock.now();
  if (step.type === 'DIGEST') {
    const wishes = (await facts.recipients()).get(step.recipientId)?.wishes;
    const until = wishes && quietEnd(workflow.category, wishes, now);
    if (until) return putOff(step, until, 'QUIET_HOURS');
  }
  if (step.type !== 'THROTTLE') return goOn(step, workflow, now);
  const throttle = workflow.steps[step.position];
  if (throttle?.do !== 'THROTTLE') return skip(step, 'NO_SUCH_STEP', now);
  const budgetKey = `${workflow.name}|${step.recipientId}`;
  const { granted } = await facts.spend({ id: step.id, budgetKey, budget: throttle });
  return granted ? goOn(step, workflow, now) : skip(step, 'TOO_MANY', now);
};

const inTheApp = ({ step, workflow }: Work, facts: Params, now: Date): Ended => {
  const { recipientId: userId, subjectId, eventId } = step;
  const { name: kind, category } = workflow;
  return told(step, { id: newId('ntf'), userId, category, kind, params: facts, subjectId, eventId }, now);
};

/** What a message leads to: what the answers say that it is about by now, or else what it began with. */
const subjectOf = ({ subjectId }: ClaimedStep, facts: Params): string | null => {
  const now = facts['subjectId'];
  return typeof now === 'string' || now === null ? now : subjectId;
};

/** Asks a message's conditions and sends it, or keeps it in the app. */
const runMessage = async (services: Services, work: Work, facts: BatchFacts, signal: AbortSignal): Promise<Ended> => {
  const { workflow, all, count } = work;
  const now = services.clock.now();
  if (isOutbound(work.step.type) && work.step.lost >= maxLost)
    return passOn(work.step, workflow, { state: 'FAILED', reason: 'WORKERS_LOST' }, now);
  const conditions = conditionsBefore(workflow, work.step.position);
  const answer =
    conditions.length === 0
      ? { holds: true as const, facts: {} }
      : judgeConditions(conditions, { all, count }, await facts.news(conditions));
  if (!answer.holds) return skip(work.step, `CONDITION ${answer.failed}`, now);
  const told = { ...all.at(-1), count, ...answer.facts };
  const step = { ...work.step, subjectId: subjectOf(work.step, answer.facts) };
  if (!isOutbound(step.type)) return inTheApp({ ...work, step }, told, now);
  const recipient = (await facts.recipients()).get(step.recipientId);
  if (!recipient) return skip(step, 'NO_ADDRESS', now);
  return sendStep(
    services,
    {
      step,
      channel: step.type,
      workflow,
      recipient,
      facts: told,
      spend: facts.spend,
      claimHandOver: facts.claimHandOver,
    },
    signal,
  );
};

const isTimer = ({ step }: Work): boolean => ['DELAY', 'DIGEST', 'THROTTLE'].includes(step.type);

/** Runs one step; what could not be looked up for it is a failed try. */
const runStep = async (services: Services, work: Work, facts: BatchFacts, signal: AbortSignal): Promise<Ended> => {
  try {
    return isTimer(work) ? await runTimer(services, work, facts) : await runMessage(services, work, facts, signal);
  } catch (error) {
    const { step, workflow } = work;
    services.log.warn({ err: error, stepId: step.id }, 'A step could not be done.');
    const code = (error as { code?: unknown }).code ?? (error as Error).name;
    const channel = isOutbound(step.type) ? step.type : 'EMAIL';
    return settleTry(services, { step, workflow, channel }, { kind: 'RETRY', code: String(code) });
  }
};

/** Claimed steps, and when the last of them may be begun: the rest of their lease is for providers that answer late. */
interface Claimed {
  readonly steps: readonly ClaimedStep[];
  readonly until: Date;
}

/**
 * Does claimed steps: timers all at once, messages some side by side, each group settled when it is done. What is not
 * begun in time, or when the worker is asked to stop, is put back as if it had not been claimed. Gives the steps that
 * follow at once; they are claimed since the first of them were written.
 */
const runClaimed = async (services: Services, claimed: Claimed, signal: AbortSignal): Promise<Claimed> => {
  const works = await outlast(() => workOf(services, claimed.steps), signal);
  const known = new Set(works.map(({ step }) => step.id));
  const begun = services.clock.now();
  const retired = claimed.steps.filter(({ id }) => !known.has(id)).map((step) => skip(step, 'NO_SUCH_WORKFLOW', begun));
  const facts = factsOf(services, works);
  crashPoint('notifications.claimed');
  const timers = works.filter(isTimer);
  const timed = await Promise.all(timers.map((work) => runStep(services, work, facts, signal)));
  const until = inSeconds(services.clock.now(), beginSeconds);
  const steps = await settle(services, [...retired, ...timed], signal);
  const messages = works.filter((work) => !isTimer(work));
  for (const group of groupsOf(messages)) {
    const late = signal.aborted || services.clock.now().getTime() > claimed.until.getTime();
    const ended = late
      ? group.map(({ step }) => putOff(step, services.clock.now(), step.lastError))
      : await Promise.all(group.map((work) => runStep(services, work, facts, signal)));
    crashPoint('notifications.sent');
    steps.push(...(await settle(services, ended, signal)));
  }
  return { steps, until };
};

/** Does claimed steps and everything that follows them at once. */
export const runSteps = async (services: Services, claimed: Claimed, signal: AbortSignal): Promise<void> => {
  for (let now = claimed; now.steps.length > 0; ) now = await runClaimed(services, now, signal);
};
