import type { Database, Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { jsonRows } from './json-rows.ts';

export interface CountChange {
  readonly categoryId: string;
  readonly delta: number;
}

/**
 * Appends changes of category counts, summed by category; appending makes no two sellers wait for each
 * other. A category dissolved meanwhile is counted where it went.
 */
export const appendCountChanges = async (tx: Tx, changes: readonly CountChange[]): Promise<void> => {
  if (changes.length === 0) return;
  await tx.execute(sql`
    insert into category_count_change (category_id, delta)
    select coalesce(category_alias.category_id, "categoryId"), sum(delta)::int
    from jsonb_to_recordset(${jsonRows(changes)}) as change("categoryId" text, delta int)
    left join category_alias on alias = "categoryId"
    group by 1 having sum(delta) <> 0`);
};

/** Folds up to `limit` appended changes into the counts; true when there may be more. */
export const foldCountChanges = async ({ orm }: Database, limit: number): Promise<boolean> => {
  const [row] = await orm.execute<{ taken: number }>(sql`
    with taken as (
      delete from category_count_change where id in (select id from category_count_change order by id limit ${limit} for update skip locked)
      returning category_id, delta
    ), summed as (
      select category_id, sum(delta)::int as delta from taken group by category_id
    ), folded as (
      update category set active_products = active_products + summed.delta from summed where category.id = summed.category_id
    )
    select count(*)::int as taken from taken`);
  return (row?.taken ?? 0) >= limit;
};
