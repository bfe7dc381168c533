import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, foreignKey, index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { AccountKind, Fact } from '../domain/ledger.ts';

const instant = () => timestamp({ withTimezone: true });
const minor = () => bigint({ mode: 'bigint' });
const transactionStamp = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Accounts are made when they are first posted to; their id says kind, owner and currency. */
export const account = pgTable(
  'account',
  {
    id: text().primaryKey(),
    kind: text().$type<AccountKind>().notNull(),
    currency: text().notNull(),
    shopId: text(),
    orderId: text(),
    provider: text(),
  },
  (table) => [
    index('account_kind').on(table.kind, table.currency),
    index('account_shop').on(table.shopId, table.kind),
    index('account_order').on(table.orderId),
  ],
);

/** One business fact, booked once (`source` is unique). Append-only: triggers refuse updates and deletes. */
export const ledgerTransaction = pgTable(
  'ledger_transaction',
  {
    id: text().primaryKey(),
    fact: text().$type<Fact>().notNull(),
    source: text().notNull().unique(),
    /** PENDING announces, POSTED books (perhaps what was announced), VOIDED gives an announcement up. */
    phase: text({ enum: ['PENDING', 'POSTED', 'VOIDED'] }).notNull(),
    /** The pending transaction this one ends; a pending one ends once. */
    resolvesId: text().unique(),
    paymentId: text(),
    orderId: text(),
    bookedAt: instant().notNull(),
    /** The database transaction that wrote it: postings may only come from the same one. */
    writtenBy: transactionStamp().notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    foreignKey({ name: 'ledger_transaction_resolves', columns: [table.resolvesId], foreignColumns: [table.id] }),
    index('ledger_transaction_order').on(table.orderId),
  ],
);

/**
 * One side of a transaction: debits positive, credits negative, in minor units. Append-only. A trigger looks for the
 * transaction and the account: foreign keys would lock the row of a hot account at every posting.
 */
export const posting = pgTable(
  'posting',
  {
    /** `<transaction>.<n>`: sorts by time, as transaction ids do. */
    id: text().primaryKey(),
    transactionId: text().notNull(),
    accountId: text().notNull(),
    currency: text().notNull(),
    amountMinor: minor().notNull(),
    pending: boolean().notNull(),
  },
  (table) => [
    index('posting_account').on(table.accountId, table.id),
    index('posting_transaction').on(table.transactionId),
  ],
);

/** Pending transactions nobody ended yet; derived, so that pending sums need not read all history. */
export const openPending = pgTable('open_pending', {
  transactionId: text()
    .primaryKey()
    .references(() => ledgerTransaction.id),
});

/** Changes of balances that are not rolled up yet. Hot accounts get rows appended instead of one row updated. */
export const balanceDelta = pgTable(
  'balance_delta',
  {
    accountId: text().notNull(),
    amountMinor: minor().notNull(),
  },
  (table) => [index('balance_delta_account').on(table.accountId)],
);

/** Rolled-up balances: the balance of an account is this plus its deltas. */
export const accountBalance = pgTable('account_balance', {
  accountId: text().primaryKey(),
  postedMinor: minor().notNull(),
});
