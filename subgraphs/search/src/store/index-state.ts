import type { Database, Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';

/** Makes sure the row is there; another engine than before asks for a rebuild, because its index is empty or stale. */
export const openIndexState = async ({ orm }: Database, engine: string, now: Date): Promise<void> => {
  await orm.execute(sql`
    insert into index_state (engine, reconcile_at) values (${engine}, ${now.toISOString()}::timestamptz)
    on conflict (id) do update set engine = excluded.engine, building = true, build_after = null, build_claimed_until = null
    where index_state.engine <> excluded.engine`);
};

/** Seconds a worker holds the rebuild without a sign of life. */
const buildLeaseSeconds = 30;

/** Takes the rebuild in hand: where to go on from; undefined when there is none or another worker has it. */
export const claimBuild = async (executor: Executor, now: Date): Promise<{ after: string | null } | undefined> => {
  const [row] = await executor.execute<{ after: string | null }>(sql`
    update index_state set build_claimed_until = ${now.toISOString()}::timestamptz + ${`${buildLeaseSeconds} seconds`}::interval
    where building and (build_claimed_until is null or build_claimed_until < ${now.toISOString()}::timestamptz)
    returning build_after as after`);
  return row;
};

/** Notes how far the rebuild is, and holds on to it. */
export const advanceBuild = async (executor: Executor, after: string, now: Date): Promise<void> => {
  await executor.execute(sql`
    update index_state set build_after = ${after},
      build_claimed_until = ${now.toISOString()}::timestamptz + ${`${buildLeaseSeconds} seconds`}::interval`);
};

/** Lets go of the rebuild unfinished, for another worker to go on. */
export const releaseBuild = async (executor: Executor): Promise<void> => {
  await executor.execute(sql`update index_state set build_claimed_until = null`);
};

export const isBuildWanted = async (executor: Executor): Promise<boolean> => {
  const [row] = await executor.execute<{ building: boolean }>(sql`select building from index_state`);
  return row?.building === true;
};

/** The rebuild is over: what was removed meanwhile is looked at once more. */
export const finishBuild = async (executor: Executor, now: Date): Promise<void> => {
  await executor.execute(sql`
    with removed as (delete from removed_meanwhile returning product_id)
    insert into dirty_product (product_id, marked_at) select product_id, ${now.toISOString()}::timestamptz from removed order by product_id
    on conflict (product_id) do update set marks = dirty_product.marks + 1`);
  await executor.execute(sql`update index_state set building = false, build_after = null, build_claimed_until = null`);
};

/** Where a due comparison with the catalogue goes on; undefined when none is due. */
export const dueReconciliation = async (executor: Executor, now: Date): Promise<{ after: string } | undefined> => {
  const [row] = await executor.execute<{ after: string }>(sql`
    select reconcile_after as after from index_state where reconcile_at <= ${now.toISOString()}::timestamptz and not building`);
  return row;
};

export const advanceReconciliation = async (executor: Executor, after: string): Promise<void> => {
  await executor.execute(sql`update index_state set reconcile_after = ${after}`);
};

/** Sets when products are compared next, from the first on. */
export const scheduleReconciliation = async (executor: Executor, at: Date): Promise<void> => {
  await executor.execute(
    sql`update index_state set reconcile_after = '', reconcile_at = ${at.toISOString()}::timestamptz`,
  );
};
