import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { payment } from './payment.table.ts';

const instant = () => timestamp({ withTimezone: true });
const minor = () => bigint({ mode: 'bigint' });

/** Money on its way back; the reference is what makes a repetition the same refund. */
export const refund = pgTable(
  'refund',
  {
    id: text().primaryKey(),
    reference: text().notNull().unique(),
    paymentId: text()
      .notNull()
      .references(() => payment.id),
    orderId: text().notNull(),
    currency: text().notNull(),
    amountMinor: minor().notNull(),
    /** Where the money is taken from, frozen when the refund was asked for; the four sum to the amount. */
    fromEscrowMinor: minor().notNull(),
    fromSellerMinor: minor().notNull(),
    fromCommissionMinor: minor().notNull(),
    fromTaxMinor: minor().notNull(),
    reason: text().notNull(),
    state: text({ enum: ['PENDING', 'SUCCEEDED', 'FAILED'] })
      .notNull()
      .default('PENDING'),
    providerRefundId: text().unique(),
    createdAt: instant().notNull(),
    settledAt: instant(),
  },
  (table) => [
    index('refund_payment').on(table.paymentId, table.id),
    index('refund_order').on(table.orderId, table.id),
    index('refund_pending').on(table.createdAt).where(sql`${table.state} = 'PENDING'`),
    check('refund_amount', sql`${table.amountMinor} > 0`),
    check(
      'refund_legs',
      sql`${table.fromEscrowMinor} + ${table.fromSellerMinor} + ${table.fromCommissionMinor} + ${table.fromTaxMinor} = ${table.amountMinor}`,
    ),
  ],
);

/**
 * One intended effect at a provider: written before the call, closed after it. Its id is the provider's idempotency
 * key. An open row whose lease ran out is an unknown outcome; whoever finds it asks the provider.
 */
export const providerCall = pgTable(
  'provider_call',
  {
    id: text().primaryKey(),
    paymentId: text()
      .notNull()
      .references(() => payment.id),
    refundId: text().references(() => refund.id),
    kind: text({ enum: ['AUTHORISE', 'CAPTURE', 'VOID', 'REFUND'] }).notNull(),
    state: text({ enum: ['OPEN', 'DONE', 'REFUSED'] })
      .notNull()
      .default('OPEN'),
    amountMinor: minor().notNull(),
    attempts: integer().notNull().default(0),
    /** Nobody else works on it before this instant. */
    leasedUntil: instant(),
    /** When the sweep asks next; a person or a saga may ask sooner. */
    nextAttemptAt: instant(),
    /** What the provider answered, or why the outcome is unknown. */
    outcome: jsonb(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (table) => [
    uniqueIndex('provider_call_once').on(table.paymentId, table.kind).where(sql`${table.kind} <> 'REFUND'`),
    uniqueIndex('provider_call_refund').on(table.refundId),
    index('provider_call_open').on(table.nextAttemptAt).where(sql`${table.state} = 'OPEN'`),
  ],
);

/** Every webhook event once; one whose payment is not known yet waits. */
export const webhookInbox = pgTable(
  'webhook_inbox',
  {
    provider: text().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    state: text({ enum: ['APPLIED', 'IGNORED', 'WAITING'] }).notNull(),
    /** Ids the event is about; kept while it waits, so that it can be tried again. */
    subject: jsonb().notNull(),
    attempts: integer().notNull().default(1),
    receivedAt: instant().notNull(),
    nextAttemptAt: instant(),
  },
  (table) => [
    uniqueIndex('webhook_inbox_event').on(table.provider, table.eventId),
    index('webhook_inbox_waiting').on(table.nextAttemptAt).where(sql`${table.state} = 'WAITING'`),
    index('webhook_inbox_received').on(table.receivedAt),
  ],
);

export type RefundRow = typeof refund.$inferSelect;
export type ProviderCallRow = typeof providerCall.$inferSelect;
