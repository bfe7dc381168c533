import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** Merchandising rules. */
export const searchRule = pgTable(
  'search_rule',
  {
    id: text().primaryKey(),
    /** Normalised words; empty for every query. */
    query: text().notNull(),
    productId: text().notNull(),
    action: text().$type<'PIN' | 'HIDE' | 'BOOST'>().notNull(),
    position: integer(),
    startsAt: timestamp({ withTimezone: true }),
    endsAt: timestamp({ withTimezone: true }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [uniqueIndex().on(row.query, row.productId)],
);

/** Words and phrases that mean the same, one row per phrase. */
export const synonymPhrase = pgTable(
  'synonym_phrase',
  {
    groupPosition: integer().notNull(),
    position: integer().notNull(),
    /** As the administrator wrote it. */
    phrase: text().notNull(),
    /** Stems of its words in alphabetical order: every word form of the phrase has the same key. */
    key: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.groupPosition, row.position] }), index().on(row.key)],
);

/** What people search for, one row per normalised query. */
export const queryCount = pgTable(
  'query_count',
  {
    query: text().primaryKey(),
    /** Searches that found something. */
    found: integer().notNull(),
    /** Searches that found nothing. */
    missed: integer().notNull(),
    lastFoundAt: timestamp({ withTimezone: true }),
    lastMissedAt: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.missed), index('query_count_prefix').on(row.query.op('text_pattern_ops'))],
);
