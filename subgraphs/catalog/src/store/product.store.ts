import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { ProductPlan, StoredProduct, StoredVariant } from '../domain/plan-product.ts';
import type { AttributeDefinition } from '../domain/product.ts';
import { definitionsSql } from './category-definitions.ts';
import { jsonRows, textArray } from './json-rows.ts';

export interface LockedShop {
  readonly id: string;
  readonly status: 'active' | 'closed';
}

/** Locks a shop for writing its goods: SKUs and external ids stay unique without racing, and stock rows appear in order. */
export const lockShop = async (tx: Tx, shopId: string): Promise<LockedShop | undefined> => {
  const [row] = await tx.execute<{ id: string; status: 'active' | 'closed' }>(
    sql`select id, status from shop where id = ${shopId} for no key update`,
  );
  return row;
};

/**
 * Present categories by asked id, present or former, locked against being dissolved until the products that are filed
 * under them are committed.
 */
export const pinCategories = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.execute<{ asked: string; id: string }>(sql`
    select asked.id as asked, category.id
    from unnest(${textArray(ids)}) as asked(id)
    left join category_alias on category_alias.alias = asked.id
    join category on category.id = coalesce(category_alias.category_id, asked.id)
    order by category.id
    for key share of category`);
  return new Map(rows.map((row) => [row.asked, row.id]));
};

/** Attribute definitions that hold in each category. */
export const readDefinitions = async (
  tx: Tx,
  categoryIds: readonly string[],
): Promise<Map<string, AttributeDefinition[]>> => {
  const rows = await tx.execute<AttributeDefinition & { inCategoryId: string } & Record<string, unknown>>(
    definitionsSql(categoryIds),
  );
  const byCategory = new Map<string, AttributeDefinition[]>();
  for (const row of rows) byCategory.set(row.inCategoryId, [...(byCategory.get(row.inCategoryId) ?? []), row]);
  return byCategory;
};

type Json<T> = { [K in keyof T]: T[K] extends bigint ? string : T[K] };

/** Products of a shop by external id, with all their variants. */
export const readStoredProducts = async (
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, StoredProduct>> => {
  const rows = await tx.execute<
    Omit<StoredProduct, 'variants'> & { variants: Json<StoredVariant>[] } & Record<string, unknown>
  >(sql`
    select product.id, product.version, external_id as "externalId", titles, descriptions, brand, gtin, status, category_id as "categoryId",
           attributes, product.options, currency, tax_category as "taxCategory", all_variants.variants
    from product
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'sku', sku, 'position', position, 'options', options, 'priceMinor', price_minor::text,
                                          'lowStockThreshold', low_stock_threshold, 'removed', removed_at is not null)) as variants
      from variant where product_id = product.id
    ) as all_variants
    where shop_id = ${shopId} and external_id = any(${textArray(externalIds)})`);
  const stored = rows.map((row) => ({
    ...row,
    variants: row.variants.map((variant) => ({ ...variant, priceMinor: BigInt(variant.priceMinor) })),
  }));
  return new Map(stored.map((row) => [row.externalId, row]));
};

/** External ids of the products that hold live SKUs of a shop. */
export const readSkuHolders = async (tx: Tx, shopId: string, skus: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.execute<{ sku: string; externalId: string }>(sql`
    select sku, product.external_id as "externalId" from variant join product on product.id = variant.product_id
    where variant.shop_id = ${shopId} and sku = any(${textArray(skus)}) and removed_at is null`);
  return new Map(rows.map((row) => [row.sku, row.externalId]));
};

const productRow = ({ id, version, content }: ProductPlan) => {
  const { variants, ...columns } = content;
  const prices = variants.map(({ priceMinor }) => priceMinor).sort((left, right) => (left < right ? -1 : 1));
  return {
    ...columns,
    id,
    version,
    minPriceMinor: prices[0],
    maxPriceMinor: prices.at(-1),
    variantCount: variants.length,
  };
};

const writeProducts = (tx: Tx, shopId: string, plans: readonly ProductPlan[], now: Date) =>
  tx.execute(sql`
    insert into product (id, shop_id, external_id, status, category_id, titles, descriptions, brand, gtin, attributes, options, currency,
                         tax_category, min_price_minor, max_price_minor, variant_count, version, created_at, updated_at)
    select id, ${shopId}, "externalId", status, "categoryId", titles, descriptions, brand, gtin, attributes, options, currency,
           "taxCategory", "minPriceMinor", "maxPriceMinor", "variantCount", version, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${jsonRows(plans.map(productRow))}) as given(
      id text, "externalId" text, status text, "categoryId" text, titles jsonb, descriptions jsonb, brand text, gtin text, attributes jsonb,
      options jsonb, currency text, "taxCategory" text, "minPriceMinor" bigint, "maxPriceMinor" bigint, "variantCount" int, version int)
    on conflict (id) do update set
      status = excluded.status, category_id = excluded.category_id, titles = excluded.titles, descriptions = excluded.descriptions,
      brand = excluded.brand, gtin = excluded.gtin, attributes = excluded.attributes, options = excluded.options, currency = excluded.currency,
      tax_category = excluded.tax_category, min_price_minor = excluded.min_price_minor, max_price_minor = excluded.max_price_minor,
      variant_count = excluded.variant_count, version = excluded.version, updated_at = excluded.updated_at`);

const writeVariants = (tx: Tx, shopId: string, plans: readonly ProductPlan[], now: Date) => {
  const rows = plans.flatMap((plan) => plan.writes.map((write) => ({ ...write, productId: plan.id })));
  return tx.execute(sql`
    insert into variant (id, product_id, shop_id, sku, position, options, price_minor, low_stock_threshold, created_at, updated_at)
    select id, "productId", ${shopId}, sku, position, options, "priceMinor", "lowStockThreshold", ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${jsonRows(rows)}) as given(
      id text, "productId" text, sku text, position int, options jsonb, "priceMinor" bigint, "lowStockThreshold" int)
    on conflict (id) do update set
      position = excluded.position, options = excluded.options, price_minor = excluded.price_minor,
      low_stock_threshold = excluded.low_stock_threshold, removed_at = null, updated_at = excluded.updated_at`);
};

const writeInitialStock = (tx: Tx, locationId: string, plans: readonly ProductPlan[]) => {
  const rows = plans.flatMap((plan) => plan.writes.filter(({ isNew, initialOnHand }) => isNew && initialOnHand > 0));
  return tx.execute(sql`
    insert into stock (variant_id, location_id, on_hand, reserved, version)
    select id, ${locationId}, "initialOnHand", 0, 1 from jsonb_to_recordset(${jsonRows(rows)}) as given(id text, "initialOnHand" int)`);
};

/** Writes plans, one statement per kind of row. Removals go first, so that a SKU may leave one product and join another. */
export const writePlans = async (
  tx: Tx,
  place: { readonly shopId: string; readonly locationId: string },
  plans: readonly ProductPlan[],
  now: Date,
): Promise<void> => {
  const removed = plans.flatMap((plan) => plan.removedVariantIds);
  if (removed.length > 0) {
    await tx.execute(
      sql`update variant set removed_at = ${now.toISOString()}::timestamptz, updated_at = ${now.toISOString()}::timestamptz where id = any(${textArray(removed)})`,
    );
  }
  await writeProducts(tx, place.shopId, plans, now);
  await writeVariants(tx, place.shopId, plans, now);
  await writeInitialStock(tx, place.locationId, plans);
};
