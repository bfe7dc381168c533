import type { Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { textArray } from './text-array.ts';

/** Notes products removed while a rebuild runs. */
export const noteRemoved = async (executor: Executor, productIds: readonly string[]): Promise<void> => {
  await executor.execute(sql`
    insert into removed_meanwhile (product_id) select distinct unnest(${textArray(productIds)}) on conflict do nothing`);
};
