import { sql } from 'drizzle-orm';
import { index, integer, jsonb, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { kit } from './outbox.table.ts';

/**
 * One running or ended saga. `version` rises with every write and fences: whoever lost the lease and still holds an old
 * version can write nothing any more.
 */
export const sagaInstance = kit.table(
  'saga_instance',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** What it is about, e.g. the id of an order group; a saga of one name exists once per subject. */
    subject: text().notNull(),
    state: text().notNull(),
    /** The step it is at; null once it has ended. */
    step: text(),
    version: integer().notNull().default(1),
    data: jsonb().notNull(),
    /** The refusal because of which everything is undone. */
    failure: jsonb(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    /** Signals received; one that arrives while a step is under way is noticed when the step wants to wait. */
    signals: integer().notNull().default(0),
    nextRunAt: timestamp({ withTimezone: true }),
    deadlineAt: timestamp({ withTimezone: true }),
    leaseUntil: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex('saga_instance_subject').on(table.name, table.subject),
    index('saga_instance_due').on(table.nextRunAt).where(sql`next_run_at is not null`),
    index('saga_instance_stuck').on(table.id).where(sql`state = 'STUCK'`),
  ],
);

/** What was asked of others and what they answered: the intent is committed before the call, the outcome after it. */
export const sagaJournal = kit.table(
  'saga_journal',
  {
    instanceId: text()
      .notNull()
      .references(() => sagaInstance.id, { onDelete: 'cascade' }),
    step: text().notNull(),
    direction: text().notNull(),
    outcome: text().notNull(),
    /** What the step added to the saga's data, or the refusal. */
    result: jsonb(),
    /** How often the intent was written: more than once means that the callee was asked and knew of nothing. */
    tries: integer().notNull().default(1),
    startedAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.instanceId, table.step, table.direction] })],
);

/** Who set a stuck saga going again, and why. */
export const sagaIntervention = kit.table(
  'saga_intervention',
  {
    id: text().primaryKey(),
    instanceId: text()
      .notNull()
      .references(() => sagaInstance.id, { onDelete: 'cascade' }),
    actor: text().notNull(),
    reason: text().notNull(),
    stateBefore: text().notNull(),
    stepBefore: text(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index('saga_intervention_instance').on(table.instanceId)],
);
