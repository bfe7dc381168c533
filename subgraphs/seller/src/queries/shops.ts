import type { Page } from '@vitrina/platform/pagination';
import { lookupKey } from '@vitrina/platform/text';
import { and, count, eq, type SQL, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { shop } from '../store/shop.table.ts';
import type { ShopRow } from '../store/shops.ts';

/** The shop with that address, whatever its status. */
export const shopBySlug = async ({ database }: Services, slug: string): Promise<ShopRow | undefined> =>
  (
    await database.orm
      .select()
      .from(shop)
      .where(eq(shop.slug, lookupKey(slug)))
  )[0];

const key = sql`${shop.id} collate "C"`;
const isOpen = sql`${shop.status} = 'ACTIVE'`;

/** One page of open shops by age, with one row more than asked for. */
export const openShops = (
  { database }: Services,
  { cursor, direction, limit }: Page<readonly [string]>,
): Promise<ShopRow[]> => {
  const forward = direction === 'forward';
  const from = cursor && lookupKey(String(cursor[0]));
  const beyond: SQL | undefined =
    from === undefined ? undefined : forward ? sql`${key} > ${from}` : sql`${key} < ${from}`;
  return database.orm
    .select()
    .from(shop)
    .where(and(isOpen, beyond))
    .orderBy(forward ? sql`${key} asc` : sql`${key} desc`)
    .limit(limit + 1);
};

export const countOpenShops = async ({ database }: Services): Promise<number> =>
  (await database.orm.select({ value: count() }).from(shop).where(isOpen))[0]?.value ?? 0;
