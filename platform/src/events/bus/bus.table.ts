import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** Every fact the market published, until retention removes it. */
export const event = pgTable(
  'event',
  {
    position: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
    /** Unique, so a relay that was killed after appending may append again. */
    eventId: text().notNull().unique('event_event_id'),
    name: text().notNull(),
    version: integer().notNull(),
    aggregateId: text().notNull(),
    aggregateVersion: bigint({ mode: 'number' }).notNull(),
    payload: jsonb().notNull(),
    traceparent: text(),
    occurredAt: timestamp({ withTimezone: true }).notNull(),
    appendedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('event_name').on(table.name, table.position), index('event_appended_at').on(table.appendedAt)],
);

/** Who gets which event: filled by the contexts when they start. */
export const subscription = pgTable(
  'subscription',
  {
    /** `context.consumer`, for example `payments.open-escrow`. */
    consumer: text().primaryKey(),
    context: text().notNull(),
    eventName: text().notNull(),
    registeredAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('subscription_event_name').on(table.eventName)],
);

/**
 * What one consumer still has to do, or did, about one event. `due_at` is when it may be claimed: a claim moves it to
 * the end of its lease, a failure to the end of its back-off, so "not due" means "somebody has it, or it has to wait".
 */
export const delivery = pgTable(
  'delivery',
  {
    consumer: text().notNull(),
    position: bigint({ mode: 'bigint' }).notNull(),
    aggregateId: text().notNull(),
    state: text({ enum: ['open', 'parked', 'closed', 'skipped'] })
      .notNull()
      .default('open'),
    /** Failures so far. */
    attempts: integer().notNull().default(0),
    dueAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The claim that holds it; only the holder may close it. */
    lease: text(),
    lastError: text(),
    closedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.consumer, table.position] }),
    index('delivery_open').on(table.consumer, table.position).where(sql`state = 'open'`),
    index('delivery_due').on(table.consumer, table.dueAt).where(sql`state = 'open'`),
    index('delivery_parked').on(table.consumer, table.aggregateId).where(sql`state = 'parked'`),
    index('delivery_position').on(table.position),
  ],
);

/** What operators did by hand, and why. */
export const intervention = pgTable('intervention', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  action: text({ enum: ['replay', 'skip', 'retire'] }).notNull(),
  consumer: text().notNull(),
  eventId: text(),
  operator: text().notNull(),
  reason: text(),
  happenedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});
