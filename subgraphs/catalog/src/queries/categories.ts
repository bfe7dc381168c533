import { isId } from '@vitrina/platform/ids';
import { asc, getTableColumns, isNull, sql } from 'drizzle-orm';
import { isStorable } from '../domain/check-text.ts';
import type { AttributeDefinition } from '../domain/product.ts';
import { category } from '../store/category.table.ts';
import { definitionsSql } from '../store/category-definitions.ts';
import { textArray } from '../store/json-rows.ts';
import type { WithDatabase } from './products.ts';

/** A category as it stands. */
export type CategoryRow = typeof category.$inferSelect;

/** A category with the id it was asked for by, which differs when that one was merged into it. */
export type AskedCategory = CategoryRow & { readonly askedId: string };

const categoryColumns = getTableColumns(category);
const askedId = sql<string>`asked.id`.as('asked_id');

/** Categories by id, present or former. */
export const categoriesById = {
  load: ({ database }: WithDatabase, ids: readonly string[]): Promise<AskedCategory[]> =>
    database.orm
      .select({ ...categoryColumns, askedId })
      .from(
        sql`unnest(${textArray(ids.filter((id) => isId(id, 'cat')))}) as asked(id) left join category_alias on category_alias.alias = asked.id`,
      )
      .innerJoin(category, sql`${category.id} = coalesce(category_alias.category_id, asked.id)`),
  keyOf: (row: AskedCategory) => row.askedId,
};

/** Direct children, by slug. */
export const childrenByParent = {
  load: ({ database }: WithDatabase, parentIds: readonly string[]): Promise<CategoryRow[]> =>
    database.orm
      .select()
      .from(category)
      .where(sql`${category.parentId} = any(${textArray(parentIds)})`)
      .orderBy(asc(category.slug)),
  keyOf: (row: CategoryRow) => row.parentId ?? '',
};

/** The roots of the tree, by slug. */
export const rootCategories = ({ database }: WithDatabase): Promise<CategoryRow[]> =>
  database.orm.select().from(category).where(isNull(category.parentId)).orderBy(asc(category.slug));

/** A category by its present or a former slug. */
export const categoryBySlug = async ({ database }: WithDatabase, slug: string): Promise<CategoryRow | undefined> => {
  if (!isStorable(slug)) return undefined;
  const [row] = await database.orm
    .select()
    .from(category)
    .where(
      sql`${category.slug} = ${slug} or ${category.id} = (select category_id from category_alias where alias = ${slug})`,
    )
    .orderBy(sql`${category.slug} = ${slug} desc`)
    .limit(1);
  return row;
};

/** How alike a query and some words of a name must be; Postgres' own 0.6 gives up at one wrong letter in seven. */
const alikeEnough = '0.4';

/** Categories whose names resemble a query, best first: word similarity (pg_trgm) forgives misspellings. */
export const searchCategories = ({ database }: WithDatabase, query: string, first: number): Promise<CategoryRow[]> => {
  const wanted = query.normalize('NFC').toLowerCase();
  return database.transaction(async (tx) => {
    // Only the operator is served by the trigram index, and it takes its threshold from a setting.
    await tx.execute(sql`select set_config('pg_trgm.word_similarity_threshold', ${alikeEnough}, true)`);
    return tx
      .select()
      .from(category)
      .where(sql`${wanted} <% ${category.searchText}`)
      .orderBy(
        sql`word_similarity(${wanted}, ${category.searchText}) desc`,
        sql`length(${category.searchText})`,
        asc(category.id),
      )
      .limit(first);
  });
};

export interface CategoryCount {
  readonly categoryId: string;
  readonly products: number;
}

/** Products on sale in a category and below: what is folded in plus what still waits to be. */
export const productCounts = {
  load: async ({ database }: WithDatabase, ids: readonly string[]): Promise<CategoryCount[]> => {
    const rows = await database.orm.execute<{ categoryId: string; products: number }>(sql`
      select top.id as "categoryId", coalesce(sum(below.active_products + coalesce(waiting.delta, 0)), 0)::int as products
      from category top
      join category below on below.path <@ top.path
      left join (select category_id, sum(delta)::int as delta from category_count_change group by category_id) as waiting on waiting.category_id = below.id
      where top.id = any(${textArray(ids)})
      group by top.id`);
    return [...rows];
  },
  keyOf: (row: CategoryCount) => row.categoryId,
};

/** A definition as it holds in one category, be it made there or above. */
export type EffectiveDefinition = AttributeDefinition & { readonly inCategoryId: string };

/** Definitions that hold in categories: their own and inherited ones, from the root down; the nearest wins a code. */
export const definitionsByCategory = {
  load: async ({ database }: WithDatabase, ids: readonly string[]): Promise<EffectiveDefinition[]> => {
    const rows = await database.orm.execute<EffectiveDefinition & Record<string, unknown>>(definitionsSql(ids));
    return [...rows];
  },
  keyOf: (row: EffectiveDefinition) => row.inCategoryId,
};
