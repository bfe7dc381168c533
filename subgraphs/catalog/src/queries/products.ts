import type { Database, Executor } from '@vitrina/platform/database';
import { isId } from '@vitrina/platform/ids';
import type { Page } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, getTableColumns, gt, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { isStorable } from '../domain/check-text.ts';
import type { ProductStatus } from '../domain/product.ts';
import { textArray } from '../store/json-rows.ts';
import { product, variant } from '../store/product.table.ts';
import { shop } from '../store/shop.table.ts';

const productColumns = { ...getTableColumns(product), shopStatus: shop.status };

/** A product with what decides whether it may be shown. */
export type ProductRow = typeof product.$inferSelect & { readonly shopStatus: 'active' | 'closed' };
/** A variant, removed ones too. */
export type VariantRow = typeof variant.$inferSelect;

/** Anything that carries the database, as loaders hand it over. */
export interface WithDatabase {
  readonly database: Database;
}

/** Products with the state of their shops. */
export const selectProducts = (executor: Executor) =>
  executor.select(productColumns).from(product).innerJoin(shop, eq(shop.id, product.shopId));

/** Products by id, visible or not; callers check with `maySee`. */
export const productsById = {
  load: ({ database }: WithDatabase, ids: readonly string[]): Promise<ProductRow[]> =>
    selectProducts(database.orm).where(sql`${product.id} = any(${textArray(ids.filter((id) => isId(id, 'prd')))})`),
  keyOf: (row: ProductRow) => row.id,
};

/** Variants by id, removed ones too; callers check the product with `maySee`. */
export const variantsById = {
  load: ({ database }: WithDatabase, ids: readonly string[]): Promise<VariantRow[]> =>
    database.orm
      .select()
      .from(variant)
      .where(sql`${variant.id} = any(${textArray(ids.filter((id) => isId(id, 'var')))})`),
  keyOf: (row: VariantRow) => row.id,
};

/** The product a shop knows by this id of its own. */
export const productByExternalId = async (
  { database }: WithDatabase,
  shopId: string,
  externalId: string,
): Promise<ProductRow | undefined> => {
  if (!isStorable(shopId) || !isStorable(externalId)) return undefined;
  const [row] = await selectProducts(database.orm).where(
    and(eq(product.shopId, shopId), eq(product.externalId, externalId.normalize('NFC').trim())),
  );
  return row;
};

/** Sort key of product lists: the id alone, because ids are ordered by time. */
export type ProductKey = readonly [string];

const afterCursor = ({ cursor, direction }: Page<ProductKey>): SQL | undefined => {
  if (!cursor) return undefined;
  return direction === 'forward' ? lt(product.id, cursor[0]) : gt(product.id, cursor[0]);
};

/** A page of a shop's products, newest first; only what the public may see unless `all` is asked for. */
export const shopProducts = (
  { database }: WithDatabase,
  shopId: string,
  filter: { readonly status?: ProductStatus | undefined; readonly openShopOnly: boolean },
  page: Page<ProductKey>,
): Promise<ProductRow[]> =>
  selectProducts(database.orm)
    .where(
      and(
        eq(product.shopId, shopId),
        filter.status ? eq(product.status, filter.status) : undefined,
        filter.openShopOnly ? eq(shop.status, 'active') : undefined,
        afterCursor(page),
      ),
    )
    .orderBy(page.direction === 'forward' ? desc(product.id) : asc(product.id))
    .limit(page.limit + 1);

/**
 * A page of what is on sale in a category and below, newest first. Each category of the subtree gives its own first
 * rows from an index, so the cost depends on the number of categories and not on the number of products.
 */
export const categoryProducts = async (
  { database }: WithDatabase,
  path: string,
  page: Page<ProductKey>,
): Promise<string[]> => {
  const order = page.direction === 'forward' ? sql`desc` : sql`asc`;
  const after = afterCursor(page) ?? sql`true`;
  const rows = await database.orm.execute<{ id: string }>(sql`
    select found.id from category
    cross join lateral (
      select product.id from product join shop on shop.id = product.shop_id
      where product.category_id = category.id and product.status = 'ACTIVE' and shop.status = 'active' and ${after}
      order by product.id ${order} limit ${page.limit + 1}
    ) as found
    where category.path <@ ${path}::ltree
    order by found.id ${order} limit ${page.limit + 1}`);
  return rows.map((row) => row.id);
};

/** Sort key of the variants of a product. */
export type VariantKey = readonly [number, string];

/** Any other page of one product's variants. */
export const variantPage = (
  { database }: WithDatabase,
  productId: string,
  page: Page<VariantKey>,
): Promise<VariantRow[]> => {
  const forward = page.direction === 'forward';
  const key = sql`(${variant.position}, ${variant.id})`;
  const after =
    page.cursor && sql`${key} ${forward ? sql`>` : sql`<`} (${page.cursor[0]}::int, ${page.cursor[1]}::text)`;
  return database.orm
    .select()
    .from(variant)
    .where(and(eq(variant.productId, productId), isNull(variant.removedAt), after))
    .orderBy(...(forward ? [asc(variant.position), asc(variant.id)] : [desc(variant.position), desc(variant.id)]))
    .limit(page.limit + 1);
};
