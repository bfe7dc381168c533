import { boolean, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The one row that says what is being done with the index as a whole. */
export const indexState = pgTable('index_state', {
  id: integer().primaryKey().default(1),
  /** Engine the index was last filled in; another one in the configuration asks for a rebuild. */
  engine: text().notNull(),
  /** A rebuild was asked for or is running. */
  building: boolean().notNull().default(false),
  /** Last product the running rebuild has read; null before its first page. */
  buildAfter: text(),
  /** A worker has the rebuild in hand until then. */
  buildClaimedUntil: timestamp({ withTimezone: true }),
  /** Products are to be compared with the catalogue from then on. */
  reconcileAt: timestamp({ withTimezone: true }).notNull(),
  /** Last product that was compared. */
  reconcileAfter: text().notNull().default(''),
});

/** Products removed while a rebuild runs: its pages may have been read before. */
export const removedMeanwhile = pgTable('removed_meanwhile', {
  productId: text().primaryKey(),
});
