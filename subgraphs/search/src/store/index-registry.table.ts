import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { LocalisedText } from '../domain/localised-text.ts';

/** Products that changed and are not searchable in their new form yet. */
export const dirtyProduct = pgTable(
  'dirty_product',
  {
    productId: text().primaryKey(),
    /** Rises with every further change: a worker forgets the row only if it saw the last one. */
    marks: bigint({ mode: 'number' }).notNull().default(1),
    /** When the oldest change that is not searchable was learnt. */
    markedAt: timestamp({ withTimezone: true }).notNull(),
    /** A worker has it in hand until then. */
    claimedUntil: timestamp({ withTimezone: true }),
  },
  (row) => [index().on(row.markedAt)],
);

/** Categories whose goods have to be marked, page by page. */
export const dirtyCategory = pgTable('dirty_category', {
  categoryId: text().primaryKey(),
  /** Last product marked. */
  after: text().notNull().default(''),
  marks: bigint({ mode: 'number' }).notNull().default(1),
  markedAt: timestamp({ withTimezone: true }).notNull(),
});

/** What was last given to the engine of each product, for what engines need not know: the words it has, and where it is filed. */
export const indexedProduct = pgTable(
  'indexed_product',
  {
    productId: text().primaryKey(),
    version: integer().notNull(),
    categoryIds: text().array().notNull(),
    words: text().array().notNull(),
  },
  (row) => [index().using('gin', row.categoryIds)],
);

/** Words that goods have: what a misspelt word can be corrected to. */
export const term = pgTable(
  'term',
  {
    word: text().primaryKey(),
    /** What the stemmer makes of it. */
    stem: text().notNull(),
    /** Its sound, the same in both alphabets. */
    soundKey: text().notNull(),
    /** The sound with any one letter left out: words one mistake apart share one of these. */
    nearKeys: text().array().notNull(),
    /** Products that have it. */
    documents: integer().notNull(),
  },
  (row) => [
    index().on(row.stem),
    index().on(row.soundKey),
    index('term_near_keys').using('gin', row.nearKeys),
    index('term_sound_key_trigrams').using('gin', row.soundKey.op('gin_trgm_ops')),
    index('term_word_prefix').on(row.word.op('text_pattern_ops')),
  ],
);

/** Categories that goods lie in: names for completion, parents for the tree of counts. */
export const knownCategory = pgTable(
  'known_category',
  {
    id: text().primaryKey(),
    parentId: text(),
    names: jsonb().$type<LocalisedText>().notNull(),
    /** Normalised words of all names, each behind a space. */
    words: text().notNull(),
  },
  (row) => [index().on(row.parentId)],
);

/** Names of attributes that can be filtered by. */
export const knownAttribute = pgTable('known_attribute', {
  code: text().primaryKey(),
  names: jsonb().$type<LocalisedText>().notNull(),
});

/** Shops, as far as their goods are shown or not. */
export const shop = pgTable(
  'shop',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    slug: text().notNull(),
    closed: boolean().notNull(),
    version: integer().notNull(),
  },
  (row) => [index().on(row.closed)],
);
