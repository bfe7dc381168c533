import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Params } from '../domain/message.ts';

const at = () => timestamp({ withTimezone: true });

/** One workflow under way for one recipient: why, with which facts, and whether it still goes on. */
export const workflowRun = pgTable(
  'workflow_run',
  {
    id: text().primaryKey(),
    /** Name of the workflow, which is the kind of its messages too. */
    workflow: text().notNull(),
    /** `usr_…`, or `ord_…` for a guest who is known by an order only. */
    recipientId: text().notNull(),
    category: text().notNull(),
    /** What it is about, for digests and cancelling: an order, a conversation. */
    key: text(),
    params: jsonb().$type<Params>().notNull(),
    subjectId: text(),
    eventId: text().notNull(),
    /** `STARTED`, `DIGESTED` (told by another run together with others) or `CANCELLED`; it is over when no step waits. */
    state: text().notNull(),
    /** The digest that tells of it together with others; the run that opened the digest carries its steps. */
    digestId: text(),
    createdAt: at().notNull(),
  },
  (table) => [
    unique('workflow_run_event').on(table.eventId, table.recipientId, table.workflow),
    index('workflow_run_key').on(table.key, table.workflow).where(sql`key is not null`),
    index('workflow_run_recipient').on(table.recipientId, table.id),
    index('workflow_run_subject').on(table.subjectId, table.id).where(sql`subject_id is not null`),
    index('workflow_run_kind').on(table.workflow, table.id),
    // Rows come in the order of time, so the oldest are found by a few pages of ranges that cost writing nothing.
    index('workflow_run_age').using('brin', table.createdAt),
    index('workflow_run_digest').on(table.digestId, table.id).where(sql`digest_id is not null`),
  ],
);

/** One step of a run: a timer, a question, or a message on its way. Address and text are looked up when it is sent. */
export const step = pgTable(
  'step',
  {
    id: text().primaryKey(),
    runId: text()
      .notNull()
      .references(() => workflowRun.id, { onDelete: 'cascade' }),
    /** Place among the workflow's steps. */
    position: smallint().notNull(),
    /** A channel (`EMAIL`…) or what else is done (`DELAY`, `DIGEST`, `CONDITION`, `THROTTLE`). */
    type: text().notNull(),
    state: text().notNull(),
    /** 0 goes first: security and payment do not wait behind a crowd. */
    lane: smallint().notNull(),
    /** Tries that were answered, and the one under way. Being put off over quiet hours is none, and so is a lost one. */
    attempts: integer().notNull().default(0),
    /** Tries that were lost with their worker: no provider's refusal, and counted apart for that. */
    lost: integer().notNull().default(0),
    /** Grows with every claim: a worker that was too slow must not undo what its successor did. */
    claims: integer().notNull().default(0),
    /** A worker claimed it and has not said what became of it. Still so when it comes up again: that worker is lost. */
    held: boolean().notNull().default(false),
    /** It was handed to a provider whose answer nobody has: no other channel may say it again. */
    inDoubt: boolean().notNull().default(false),
    /** When it may be tried (again); a claim moves it ahead, so a killed worker's step comes up again. */
    dueAt: at().notNull(),
    /** Why the last try failed, or why nothing was sent; never an address or a text. */
    lastError: text(),
    createdAt: at().notNull(),
    /** When the provider took it, or the step ended otherwise. */
    settledAt: at(),
  },
  (table) => [
    unique('step_place').on(table.runId, table.position, table.type),
    index('step_due').on(table.lane, table.dueAt).where(sql`state = 'PENDING'`),
    index('step_state').on(table.state, table.id),
    index('step_type').on(table.type, table.id),
  ],
);

/** What a provider answered to one try. A try without a row was cut off before its answer was written. */
export const stepTry = pgTable(
  'step_try',
  {
    stepId: text()
      .notNull()
      .references(() => step.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    at: at().notNull(),
    outcome: text().notNull(),
    code: text(),
    providerId: text(),
    nextTryAt: at(),
  },
  (table) => [primaryKey({ columns: [table.stepId, table.number] }), index('step_try_provider').on(table.providerId)],
);

/** Events told together: one row per recipient, workflow, key and window, and never two open ones of a key. */
export const digest = pgTable(
  'digest',
  {
    id: text().primaryKey(),
    recipientId: text().notNull(),
    workflow: text().notNull(),
    key: text().notNull(),
    /** The window begins with its first event… */
    opensAt: at().notNull(),
    /** …and takes in what comes until its step closes it, at this time or soon after. */
    closesAt: at().notNull(),
    state: text().notNull(),
    events: integer().notNull(),
  },
  (table) => [
    index('digest_age').using('brin', table.opensAt),
    unique('digest_window').on(table.recipientId, table.workflow, table.key, table.opensAt),
    uniqueIndex('digest_open').on(table.recipientId, table.workflow, table.key).where(sql`state = 'OPEN'`),
  ],
);

/** When the last messages of a budget went out; its row lock makes the budget exact. */
export const budget = pgTable('budget', {
  key: text().primaryKey(),
  spentAt: at().array().notNull(),
});
