import type { Clock } from '@vitrina/platform/clock';
import { sql } from 'drizzle-orm';
import { textArray } from '../store/json-rows.ts';
import type { WithDatabase } from './products.ts';

type WithClock = WithDatabase & { readonly clock: Clock };

/** Units of holds whose time is over but which nobody has settled yet, by variant. */
export const overdueUnitsSql = (variantIds: readonly string[], now: Date) => sql`
  select variant_id, sum(quantity) as units from reservation_line
  where variant_id = any(${textArray(variantIds)}) and held_until <= ${now.toISOString()}::timestamptz
  group by variant_id`;

/** A place where a shop keeps goods. */
export interface StockLocationRow {
  readonly id: string;
  readonly shopId: string;
  readonly name: string;
  readonly isDefault: boolean;
}

/** Stock of one variant in one place, expired holds already given back. */
export interface StockLevelRow {
  readonly variantId: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly version: number;
  readonly location: StockLocationRow;
}

/**
 * Stock by variant and place as of `now`. A hold whose time is over counts as given back although no sweep has come by
 * yet: the partial index on `held_until` makes looking for such holds cheap.
 */
const levelsSql = (variantIds: readonly string[], now: Date) => sql`
  select stock.variant_id as "variantId", stock.location_id as "locationId", stock.on_hand as "onHand", stock.version,
         stock.reserved - coalesce(overdue.units, 0)::int as reserved
  from stock
  left join (
    select variant_id, location_id, sum(quantity) as units from reservation_line
    where variant_id = any(${textArray(variantIds)}) and held_until <= ${now.toISOString()}::timestamptz
    group by variant_id, location_id
  ) as overdue on overdue.variant_id = stock.variant_id and overdue.location_id = stock.location_id
  where stock.variant_id = any(${textArray(variantIds)})`;

export interface Availability {
  readonly variantId: string;
  readonly available: number;
}

/** Units that can be bought now, by variant; one row for each that has stock anywhere. */
export const availableByVariant = {
  load: async ({ database, clock }: WithClock, variantIds: readonly string[]): Promise<Availability[]> => {
    const rows = await database.orm.execute<{ variantId: string; available: number }>(sql`
      select "variantId", greatest(sum("onHand" - reserved), 0)::int as available
      from (${levelsSql(variantIds, clock.now())}) as level group by "variantId"`);
    return [...rows];
  },
  keyOf: (row: Availability) => row.variantId,
};

/** Stock by place, the default location first. */
export const stockLevelsByVariant = {
  load: async ({ database, clock }: WithClock, variantIds: readonly string[]): Promise<StockLevelRow[]> => {
    const rows = await database.orm.execute<StockLevelRow & Record<string, unknown>>(sql`
      select level.*, jsonb_build_object('id', place.id, 'shopId', place.shop_id, 'name', place.name, 'isDefault', place.is_default) as location
      from (${levelsSql(variantIds, clock.now())}) as level
      join stock_location place on place.id = level."locationId"
      order by place.is_default desc, place.id`);
    return [...rows];
  },
  keyOf: (row: StockLevelRow) => row.variantId,
};

/** Places of shops, the default one first. */
export const locationsByShop = {
  load: async ({ database }: WithDatabase, shopIds: readonly string[]): Promise<StockLocationRow[]> => {
    const rows = await database.orm.execute<StockLocationRow & Record<string, unknown>>(sql`
      select id, shop_id as "shopId", name, is_default as "isDefault" from stock_location
      where shop_id = any(${textArray(shopIds)}) order by is_default desc, id`);
    return [...rows];
  },
  keyOf: (row: StockLocationRow) => row.shopId,
};
