import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { PaymentState } from '../domain/payment.ts';

const instant = () => timestamp({ withTimezone: true });
const minor = () => bigint({ mode: 'bigint' });

/** One per order group: the unique group is what makes authorising twice impossible. */
export const payment = pgTable(
  'payment',
  {
    id: text().primaryKey(),
    groupId: text().notNull().unique(),
    buyerId: text(),
    /** SHA-256 (hex) of a guest's cart secret. */
    guestKey: text(),
    /** Name of the adapter: `stripe` or `cash-on-delivery`. */
    provider: text().notNull(),
    currency: text().notNull(),
    amountMinor: minor().notNull(),
    capturedMinor: minor().notNull().default(sql`0`),
    refundedMinor: minor().notNull().default(sql`0`),
    state: text().$type<PaymentState>().notNull().default('PENDING'),
    /** The provider's own id; null until it is known. */
    providerIntentId: text().unique(),
    /** A token or a saved method's token; never a number. */
    providerToken: text(),
    providerCustomerId: text(),
    paymentMethodId: text(),
    saveMethod: boolean().notNull().default(false),
    returnUrl: text(),
    redirectUrl: text(),
    clientSecret: text(),
    failureCode: text(),
    failureMessage: text(),
    /** Hash of what was asked for, so another request under the same group is noticed. */
    inputHash: text().notNull(),
    /** Set when the orchestrator gave up before the outcome was known: an authorisation found later is voided. */
    voidRequestedAt: instant(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    index('payment_buyer').on(table.buyerId, table.id),
    index('payment_waiting').on(table.updatedAt).where(sql`${table.state} in ('PENDING', 'REQUIRES_ACTION')`),
    check('payment_amount', sql`${table.amountMinor} > 0`),
    check('payment_captured', sql`${table.capturedMinor} between 0 and ${table.amountMinor}`),
    check('payment_refunded', sql`${table.refundedMinor} between 0 and ${table.capturedMinor}`),
  ],
);

/** The part of one order, which is also its escrow: what came in, what went back, what was released. */
export const escrow = pgTable(
  'escrow',
  {
    id: text().primaryKey(),
    orderId: text().notNull().unique(),
    paymentId: text()
      .notNull()
      .references(() => payment.id),
    shopId: text().notNull(),
    /** Place among the parts of the payment. */
    position: integer().notNull(),
    currency: text().notNull(),
    amountMinor: minor().notNull(),
    fundedMinor: minor().notNull().default(sql`0`),
    refundedMinor: minor().notNull().default(sql`0`),
    refundPendingMinor: minor().notNull().default(sql`0`),
    /** What left escrow at release: seller's share + commission + tax. */
    releasedMinor: minor().notNull().default(sql`0`),
    releasedCommissionMinor: minor().notNull().default(sql`0`),
    releasedTaxMinor: minor().notNull().default(sql`0`),
    /** Frozen when `order.created` arrived; null before. */
    commissionMinor: minor(),
    commissionTaxMinor: minor(),
    frozenAt: instant(),
    deliveredAt: instant(),
    completedAt: instant(),
    cancelledAt: instant(),
    releasedAt: instant(),
  },
  (table) => [
    index('escrow_payment').on(table.paymentId, table.position),
    index('escrow_shop').on(table.shopId, table.id),
    check('escrow_amount', sql`${table.amountMinor} > 0`),
    check('escrow_funded', sql`${table.fundedMinor} between 0 and ${table.amountMinor}`),
    check('escrow_returned', sql`${table.refundedMinor} + ${table.refundPendingMinor} <= ${table.fundedMinor}`),
    check('escrow_released', sql`${table.releasedMinor} <= ${table.fundedMinor}`),
  ],
);

/** Commission on one order line as it was agreed when the order was placed. */
export const commissionLine = pgTable(
  'commission_line',
  {
    orderLineId: text().primaryKey(),
    orderId: text()
      .notNull()
      .references(() => escrow.orderId),
    position: integer().notNull(),
    categoryId: text().notNull(),
    basisPoints: integer().notNull(),
    chargedMinor: minor().notNull(),
    amountMinor: minor().notNull(),
  },
  (table) => [index('commission_line_order').on(table.orderId, table.position)],
);

export type PaymentRow = typeof payment.$inferSelect;
export type EscrowRow = typeof escrow.$inferSelect;
export type CommissionLineRow = typeof commissionLine.$inferSelect;
