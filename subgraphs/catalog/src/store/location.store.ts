import type { Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { sql } from 'drizzle-orm';

/** The shop's default location, made when first needed; callers hold the shop's lock. */
export const defaultLocation = async (tx: Tx, shopId: string, now: Date): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    with made as (
      insert into stock_location (id, shop_id, name, is_default, created_at)
      select ${newId('loc')}, ${shopId}, 'Main', true, ${now.toISOString()}::timestamptz
      where not exists (select from stock_location where shop_id = ${shopId} and is_default)
      on conflict do nothing
      returning id
    )
    select id from made union all select id from stock_location where shop_id = ${shopId} and is_default`);
  if (!row) throw new Error(`The shop ${shopId} has no default location.`);
  return row.id;
};
