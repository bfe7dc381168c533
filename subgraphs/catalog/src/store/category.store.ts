import type { Tx } from '@vitrina/platform/database';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { LocalisedText } from '../domain/localised-text.ts';
import { category, categoryAlias, categoryAudit } from './category.table.ts';
import { jsonRows, textArray } from './json-rows.ts';

/** A category as read for changing. */
export type CategoryRecord = typeof category.$inferSelect;

/** One writer of the tree at a time: depth, cycles and slugs are checked against a tree that stands still. */
export const lockTree = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('catalog.category-tree'))`);

/** A category by its id, present or former. */
export const findCategory = async (tx: Tx, id: string): Promise<CategoryRecord | undefined> => {
  const [row] = await tx
    .select(getTableColumns(category))
    .from(category)
    .where(sql`${category.id} = coalesce((select category_id from category_alias where alias = ${id}), ${id})`);
  return row;
};

/** Categories by their ids in the taxonomy. */
export const findByExternalIds = (tx: Tx, externalIds: readonly string[]): Promise<CategoryRecord[]> =>
  tx
    .select()
    .from(category)
    .where(sql`${category.externalId} = any(${textArray(externalIds)})`);

/** Levels of the subtree at `path`, itself included. */
export const subtreeHeight = async (tx: Tx, path: string): Promise<number> => {
  const [row] = await tx.execute<{ height: number }>(sql`
    select max(nlevel(path)) - nlevel(${path}::ltree) + 1 as height from category where path <@ ${path}::ltree`);
  return row?.height ?? 1;
};

/** Categories directly below. */
export const findChildren = (tx: Tx, parentId: string): Promise<CategoryRecord[]> =>
  tx.select().from(category).where(eq(category.parentId, parentId));

/** Number of direct children by parent; parents without any are left out. */
export const readChildCounts = async (tx: Tx, parentIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await tx.execute<{ parentId: string; children: number }>(sql`
    select parent_id as "parentId", count(*)::int as children from category where parent_id = any(${textArray(parentIds)}) group by parent_id`);
  return new Map(rows.map((row) => [row.parentId, row.children]));
};

/** Which of the slugs lead somewhere already, and to which category. */
export const readTakenSlugs = async (tx: Tx, slugs: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.execute<{ slug: string; categoryId: string }>(sql`
    select alias as slug, category_id as "categoryId" from category_alias where alias = any(${textArray(slugs)})
    union all
    select slug, id from category where slug = any(${textArray(slugs)})`);
  return new Map(rows.map((row) => [row.slug, row.categoryId]));
};

/** A category to be added. */
export interface NewCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly path: string;
  readonly slug: string;
  readonly externalId: string | null;
  readonly names: LocalisedText;
}

/** All names in lower case: what the trigram index looks at. */
const searchTextOf = (names: LocalisedText): string => Object.values(names).join(' | ').toLowerCase();

export const insertCategories = async (tx: Tx, rows: readonly NewCategory[], now: Date): Promise<void> => {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, searchText: searchTextOf(row.names) }));
  await tx.execute(sql`
    insert into category (id, parent_id, path, slug, external_id, names, search_text, version, created_at, updated_at)
    select id, "parentId", path::ltree, slug, "externalId", names, "searchText", 1, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${jsonRows(given)}) as given(
      id text, "parentId" text, path text, slug text, "externalId" text, names jsonb, "searchText" text)`);
};

/** Other names and slugs for many categories; former slugs redirect from now on. */
export const renameCategories = async (
  tx: Tx,
  rows: readonly { readonly id: string; readonly names: LocalisedText; readonly slug: string }[],
  now: Date,
): Promise<void> => {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, searchText: searchTextOf(row.names) }));
  await tx.execute(sql`delete from category_alias where alias = any(${textArray(rows.map(({ slug }) => slug))})`);
  await tx.execute(sql`
    insert into category_alias (alias, category_id)
    select category.slug, category.id from category join jsonb_to_recordset(${jsonRows(given)}) as given(id text, slug text) on given.id = category.id
    where category.slug <> given.slug`);
  await tx.execute(sql`
    update category set names = given.names, slug = given.slug, search_text = given."searchText", version = version + 1, updated_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${jsonRows(given)}) as given(id text, names jsonb, slug text, "searchText" text)
    where category.id = given.id`);
};

/** Puts a category with everything below it under another path. Products are not touched: they carry no path. */
export const moveSubtree = async (
  tx: Tx,
  moved: Pick<CategoryRecord, 'id' | 'path'>,
  parent: Pick<CategoryRecord, 'id' | 'path'> | undefined,
  now: Date,
): Promise<void> => {
  const above = parent ? sql`${parent.path}::ltree || ${moved.id}::ltree` : sql`${moved.id}::ltree`;
  await tx.execute(sql`
    update category set path = case when id = ${moved.id} then ${above} else (${above}) || subpath(path, nlevel(${moved.path}::ltree)) end
    where path <@ ${moved.path}::ltree`);
  await tx
    .update(category)
    .set({ parentId: parent?.id ?? null, version: sql`${category.version} + 1`, updatedAt: now })
    .where(eq(category.id, moved.id));
};

/**
 * Dissolves `source` into `target`: its products, definitions the target lacks, aliases and count go over, its id and
 * slug lead to the target. Its children must have been moved before.
 */
export const dissolve = async (tx: Tx, source: CategoryRecord, target: CategoryRecord, now: Date): Promise<void> => {
  await tx.execute(sql`select 1 from category where id = ${source.id} for update`);
  await tx.execute(sql`update product set category_id = ${target.id} where category_id = ${source.id}`);
  await tx.execute(sql`
    with waiting as (delete from category_count_change where category_id = ${source.id} returning delta)
    insert into category_count_change (category_id, delta)
    select ${target.id}, active_products + (select coalesce(sum(delta), 0)::int from waiting) from category where id = ${source.id}`);
  await tx.execute(sql`
    update category_attribute set category_id = ${target.id}
    where category_id = ${source.id} and code not in (
      select definition.code from category_attribute definition join category above on above.id = definition.category_id
      where above.path @> ${target.path}::ltree)`);
  await tx.execute(sql`delete from category_attribute where category_id = ${source.id}`);
  await tx.update(categoryAlias).set({ categoryId: target.id }).where(eq(categoryAlias.categoryId, source.id));
  await tx.execute(sql`delete from category where id = ${source.id}`);
  await tx.insert(categoryAlias).values([
    { alias: source.id, categoryId: target.id },
    { alias: source.slug, categoryId: target.id },
  ]);
  await tx
    .update(category)
    .set({ version: sql`${category.version} + 1`, updatedAt: now })
    .where(eq(category.id, target.id));
};

export type AuditEntry = typeof categoryAudit.$inferInsert;

/** Writes who changed what. */
export const writeAudit = async (tx: Tx, entries: readonly AuditEntry[]): Promise<void> => {
  if (entries.length > 0) await tx.insert(categoryAudit).values([...entries]);
};
