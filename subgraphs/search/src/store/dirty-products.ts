import type { Executor, Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { textArray } from './text-array.ts';

/** Products in one batch: what the catalogue answers at once. */
export const batchSize = 500;

/** Seconds a worker has a product in hand before another one may take it. */
const leaseSeconds = 30;

export interface Claim extends Record<string, unknown> {
  readonly productId: string;
  readonly marks: string;
}

/**
 * Marks products whose searchable form is out of date. True when nothing else was waiting: then nobody has been woken yet.
 */
export const markDirty = async (executor: Executor, productIds: readonly string[], now: Date): Promise<boolean> => {
  if (productIds.length === 0) return false;
  const ids = textArray(productIds);
  const [row] = await executor.execute<{ alone: boolean }>(sql`
    with waiting as (select 1 from dirty_product where claimed_until is null and product_id <> all(${ids}) limit 1),
    marked as (
      insert into dirty_product (product_id, marked_at)
      select distinct id, ${now.toISOString()}::timestamptz from unnest(${ids}) as id order by id
      on conflict (product_id) do update set marks = dirty_product.marks + 1
    )
    select not exists (select 1 from waiting) as alone`);
  return row?.alone === true;
};

/** Takes the longest waiting products in hand. */
export const claimDirty = async (executor: Executor, now: Date): Promise<Claim[]> => [
  ...(await executor.execute<Claim>(sql`
    update dirty_product set claimed_until = ${now.toISOString()}::timestamptz + ${`${leaseSeconds} seconds`}::interval
    where product_id in (
      select product_id from dirty_product
      where claimed_until is null or claimed_until < ${now.toISOString()}::timestamptz
      order by marked_at limit ${batchSize} for update skip locked
    )
    returning product_id as "productId", marks`)),
];

/**
 * Waits for whoever is just marking these products, in the order in which they are marked: two transactions never wait for
 * each other in a circle, and the next statement sees every mark.
 */
const lockMarks = (tx: Tx, claims: readonly Claim[]) =>
  tx.execute(sql`
    select 1 from dirty_product where product_id = any(${textArray(claims.map(({ productId }) => productId))})
    order by product_id for update`);

/** Forgets what is searchable now. What was marked again meanwhile waits for its next turn. */
export const settleDirty = async (tx: Tx, claims: readonly Claim[]): Promise<void> => {
  await lockMarks(tx, claims);
  const given = sql`jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as claim ("productId" text, marks bigint)`;
  await tx.execute(sql`
    with done as (
      delete from dirty_product using ${given}
      where dirty_product.product_id = claim."productId" and dirty_product.marks = claim.marks
    )
    update dirty_product set claimed_until = null from ${given}
    where dirty_product.product_id = claim."productId" and dirty_product.marks <> claim.marks`);
};

/** Puts products back that could not be indexed. */
export const releaseDirty = async (tx: Tx, claims: readonly Claim[]): Promise<void> => {
  await lockMarks(tx, claims);
  await tx.execute(sql`
    update dirty_product set claimed_until = null
    where product_id = any(${textArray(claims.map(({ productId }) => productId))})`);
};

/** Marks a category: its goods will be marked page by page, from the first on. */
export const markCategory = async (executor: Executor, categoryId: string, now: Date): Promise<void> => {
  await executor.execute(sql`
    insert into dirty_category (category_id, marked_at) values (${categoryId}, ${now.toISOString()}::timestamptz)
    on conflict (category_id) do update set after = '', marks = dirty_category.marks + 1`);
};

/** Products marked per page of a category. */
const categoryPageSize = 2_000;

/**
 * Marks the next page of goods of one marked category. False when no category is waiting. The row is locked
 * meanwhile, so two workers never mark the same page, and a change that comes meanwhile starts from the first page again.
 */
export const markNextCategoryPage = async (tx: Executor, now: Date): Promise<boolean> => {
  const [category] = await tx.execute<{ categoryId: string; after: string }>(sql`
    select category_id as "categoryId", after from dirty_category order by marked_at limit 1 for update skip locked`);
  if (!category) return false;
  const rows = await tx.execute<{ productId: string }>(sql`
    select product_id as "productId" from indexed_product
    where category_ids @> array[${category.categoryId}::text] and product_id > ${category.after}
    order by product_id limit ${categoryPageSize}`);
  const productIds = rows.map(({ productId }) => productId);
  await markDirty(tx, productIds, now);
  const last = productIds.at(-1);
  await tx.execute(
    last !== undefined && productIds.length === categoryPageSize
      ? sql`update dirty_category set after = ${last} where category_id = ${category.categoryId}`
      : sql`delete from dirty_category where category_id = ${category.categoryId}`,
  );
  return true;
};

/** Changes that are not searchable yet, and when the oldest of them was learnt. */
export const readBacklog = async (executor: Executor): Promise<{ pending: number; oldest: Date | undefined }> => {
  const [row] = await executor.execute<{ pending: number; oldest: string | null }>(sql`
    select count(*)::int as pending, min(marked_at) as oldest
    from (select marked_at from dirty_product union all select marked_at from dirty_category) as waiting`);
  return { pending: row?.pending ?? 0, oldest: row?.oldest ? new Date(row.oldest) : undefined };
};
