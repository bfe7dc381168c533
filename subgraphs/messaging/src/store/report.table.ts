import { boolean, index, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import { message } from './message.table.ts';

export type ReportReason = 'SPAM' | 'FRAUD' | 'ABUSE' | 'OTHER';

/** What somebody of the other side says is wrong with a message, once per person and message. */
export const messageReport = pgTable(
  'message_report',
  {
    id: text().primaryKey(),
    messageId: text()
      .notNull()
      .references(() => message.id),
    /** A person (`usr_…`) or an API client (`key_…`). */
    reportedBy: text().notNull(),
    reason: text().$type<ReportReason>().notNull(),
    comment: text().notNull(),
    /** What the message said at that moment: its author may take it back before anybody looks. */
    textThen: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('message_report_once').on(table.messageId, table.reportedBy),
    index('message_report_order').on(table.createdAt, table.id),
  ],
);

export type ReportRow = typeof messageReport.$inferSelect;

/** `OPEN` waits for support; a further report opens a decided one anew. */
export type ReportedState = 'OPEN' | 'DISMISSED' | 'REMOVED';

/** A message somebody reported, once however many people did: what support decides about. */
export const reportedMessage = pgTable(
  'reported_message',
  {
    messageId: text()
      .primaryKey()
      .references(() => message.id),
    state: text().$type<ReportedState>().notNull(),
    /** When it began to wait, the last time. */
    openedAt: timestamp({ withTimezone: true }).notNull(),
    /** The last decision; it stays known while a further report waits. */
    decidedAt: timestamp({ withTimezone: true }),
    /** A person (`usr_…`). */
    decidedBy: text(),
    note: text(),
    /** True when the sides were kept apart together with the removal. */
    blocked: boolean().notNull().default(false),
  },
  (table) => [
    index('reported_message_state').on(table.state, table.openedAt, table.messageId),
    index('reported_message_order').on(table.openedAt, table.messageId),
  ],
);

export type ReportedRow = typeof reportedMessage.$inferSelect;
