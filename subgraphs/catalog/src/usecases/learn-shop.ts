import type { Executor } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { CheckoutShopsDocument } from '../generated/seller-client.ts';
import type { Services } from '../services.ts';

interface ShopTerms {
  readonly shopId: string;
  readonly status: 'ACTIVE' | 'CLOSED';
  readonly lowStockThreshold: number;
}

const askSeller = async ({ internal }: Pick<Services, 'internal'>, shopId: string): Promise<ShopTerms | undefined> => {
  const { checkoutShops } = await internal.call('seller', CheckoutShopsDocument, { ids: [shopId] });
  return checkoutShops[0];
};

/**
 * Makes sure this context knows a shop before its goods are written: products may be set before the shop's event has
 * arrived. A shop known already is left to its events. False when seller knows no such shop.
 */
export const knowShop = async (services: Services, shopId: string): Promise<boolean> => {
  const { database, clock } = services;
  const known = await database.orm.execute(sql`select 1 from shop where id = ${shopId}`);
  if (known.length > 0) return true;
  const terms = await askSeller(services, shopId);
  if (!terms) return false;
  await database.orm.execute(sql`
    insert into shop (id, status, low_stock_threshold, created_at)
    values (${shopId}, ${terms.status.toLowerCase()}, ${terms.lowStockThreshold}, ${clock.now().toISOString()}::timestamptz)
    on conflict (id) do nothing`);
  return true;
};

/**
 * Takes over what seller says of a shop now. An event only tells that something changed: reading the present state makes
 * late and doubled events harmless. Opening or closing a shop moves its products into or out of the category counts.
 */
export const refreshShop = async (services: Services, tx: Executor, shopId: string): Promise<void> => {
  // One at a time: of two events, what was asked first must not be written last.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`shop:${shopId}`}, 0))`);
  const terms = await askSeller(services, shopId);
  if (!terms) return;
  const [before] = await tx.execute<{ status: string }>(
    sql`select status from shop where id = ${shopId} for no key update`,
  );
  const status = terms.status.toLowerCase();
  await tx.execute(sql`
    insert into shop (id, status, low_stock_threshold, created_at)
    values (${shopId}, ${status}, ${terms.lowStockThreshold}, ${services.clock.now().toISOString()}::timestamptz)
    on conflict (id) do update set status = excluded.status, low_stock_threshold = excluded.low_stock_threshold`);
  if (before === undefined || before.status === status) return;
  // Held still until this is committed: a category that is dissolved meanwhile would leave its difference behind.
  await tx.execute(sql`
    select from category where id in (select category_id from product where shop_id = ${shopId} and status = 'ACTIVE')
    order by id for key share`);
  const sign = status === 'active' ? 1 : -1;
  await tx.execute(sql`
    insert into category_count_change (category_id, delta)
    select category_id, ${sign}::int * count(*)::int from product where shop_id = ${shopId} and status = 'ACTIVE' group by category_id`);
};
