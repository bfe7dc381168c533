import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { LocalisedText } from '../domain/localised-text.ts';
import type { AttributeType, Choice } from '../domain/product.ts';
import { ltree } from './ltree.ts';

/** The tree. Only categories carry a path (of ids), so a move rewrites categories and never touches a product. */
export const category = pgTable(
  'category',
  {
    id: text().primaryKey(),
    parentId: text().references((): AnyPgColumn => category.id),
    path: ltree().notNull(),
    slug: text().notNull(),
    externalId: text(),
    names: jsonb().$type<LocalisedText>().notNull(),
    /** All names in lower case, for the trigram index. */
    searchText: text().notNull(),
    /** Products on sale filed right here, without what still stands in `category_count_change`. */
    activeProducts: integer().notNull().default(0),
    version: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    unique('category_slug').on(table.slug),
    unique('category_external_id').on(table.externalId),
    index('category_parent').on(table.parentId, table.slug),
    index('category_path').using('gist', table.path),
    index('category_search').using('gin', table.searchText.op('gin_trgm_ops')),
  ],
);

/** Former slugs and ids of dissolved categories; the two cannot collide because only ids contain an underscore. */
export const categoryAlias = pgTable(
  'category_alias',
  {
    alias: text().primaryKey(),
    categoryId: text()
      .notNull()
      .references(() => category.id),
  },
  (table) => [index('category_alias_category').on(table.categoryId)],
);

/** Attribute definitions where they are made; products below inherit them along the path. */
export const categoryAttribute = pgTable(
  'category_attribute',
  {
    categoryId: text()
      .notNull()
      .references(() => category.id),
    code: text().notNull(),
    position: integer().notNull(),
    names: jsonb().$type<LocalisedText>().notNull(),
    type: text().$type<AttributeType>().notNull(),
    unit: text(),
    required: boolean().notNull(),
    filterable: boolean().notNull(),
    choices: jsonb().$type<Choice[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.categoryId, table.code] }), index('category_attribute_code').on(table.code)],
);

/**
 * Changes of a category's product count that are not yet folded into it. Appending keeps two sellers filing products
 * under one category from waiting for each other; a sweep folds.
 */
export const categoryCountChange = pgTable(
  'category_count_change',
  {
    id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
    categoryId: text().notNull(),
    delta: integer().notNull(),
  },
  (table) => [index('category_count_change_category').on(table.categoryId)],
);

/** Who changed the tree, how and when. */
export const categoryAudit = pgTable(
  'category_audit',
  {
    id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
    categoryId: text().notNull(),
    actor: text().notNull(),
    action: text().$type<'created' | 'renamed' | 'moved' | 'merged' | 'attributes-set'>().notNull(),
    /** What it was before and what it is after, as far as the action touches it. */
    detail: jsonb().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index('category_audit_category').on(table.categoryId, table.id)],
);
