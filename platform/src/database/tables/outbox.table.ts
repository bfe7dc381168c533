import { bigint, index, integer, jsonb, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** The kit's own tables live in a schema of their own, so no context can collide with them. */
export const kit = pgSchema('kit');

/**
 * Facts that are committed but not yet on the bus; the relay deletes a row once the bus has it. No index but the
 * primary key: the table is nearly always empty and every business transaction pays for each index. That an event
 * arrives once is the bus's promise (unique by event id).
 */
export const outbox = kit.table('outbox', {
  position: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  eventId: text().notNull(),
  name: text().notNull(),
  version: integer().notNull(),
  aggregateId: text().notNull(),
  aggregateVersion: bigint({ mode: 'number' }).notNull(),
  payload: jsonb().notNull(),
  traceparent: text(),
  occurredAt: timestamp({ withTimezone: true }).notNull(),
});

/** Events whose effect this context has committed, per consumer. */
export const inbox = kit.table(
  'inbox',
  {
    consumer: text().notNull(),
    eventId: text().notNull(),
    handledAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.consumer, table.eventId] }), index('inbox_handled_at').on(table.handledAt)],
);
