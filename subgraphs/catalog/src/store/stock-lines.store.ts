import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { isStorable } from '../domain/check-text.ts';
import { jsonRows } from './json-rows.ts';

/** How a caller names a variant: by id or by SKU. */
export interface VariantKey {
  readonly variantId?: string | null | undefined;
  readonly sku?: string | null | undefined;
}

const storable = (text: string | null | undefined): string | null =>
  text != null && isStorable(text) ? text.normalize('NFC').trim() : null;

/** Ids of live variants of the shop, in the order of the keys; undefined where there is none, or both or neither name is given. */
export const resolveVariants = async (
  tx: Tx,
  shopId: string,
  keys: readonly VariantKey[],
): Promise<(string | undefined)[]> => {
  const wanted = keys.map((key, index) => ({ index, variantId: storable(key.variantId), sku: storable(key.sku) }));
  const rows = await tx.execute<{ index: number; id: string }>(sql`
    select key.index, variant.id
    from jsonb_to_recordset(${jsonRows(wanted)}) as key(index int, "variantId" text, sku text)
    join variant on variant.shop_id = ${shopId} and variant.removed_at is null
      and ((key.sku is null and variant.id = key."variantId") or (key."variantId" is null and variant.sku = key.sku))`);
  const found = new Map(rows.map((row) => [row.index, row.id]));
  return keys.map((_, index) => found.get(index));
};

export const readShopLocations = async (tx: Tx, shopId: string): Promise<string[]> => {
  const rows = await tx.execute<{ id: string }>(sql`select id from stock_location where shop_id = ${shopId}`);
  return rows.map((row) => row.id);
};

/** Makes rows of nothing where a variant never had stock in a place, so that there is a row to lock. */
export const makeEmptyCells = (tx: Tx, cells: readonly { readonly variantId: string; readonly locationId: string }[]) =>
  tx.execute(sql`
    insert into stock (variant_id, location_id, on_hand, reserved, version)
    select "variantId", "locationId", 0, 0, 0
    from jsonb_to_recordset(${jsonRows(cells.map(({ variantId, locationId }) => ({ variantId, locationId })))}) as cell("variantId" text, "locationId" text)
    order by 1, 2
    on conflict do nothing`);
