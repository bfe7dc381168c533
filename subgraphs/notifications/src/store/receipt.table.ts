import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { step } from './workflow.table.ts';

/** What providers said later about messages they took; each word once, however often it is repeated. */
export const receipt = pgTable(
  'receipt',
  {
    stepId: text()
      .notNull()
      .references(() => step.id, { onDelete: 'cascade' }),
    status: text().notNull(),
    /** A provider's status code; never an address or a text. */
    code: text(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.stepId, table.status] })],
);
