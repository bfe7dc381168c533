import { index, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
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
