import { asc, desc, sql } from 'drizzle-orm';
import { textArray } from '../store/json-rows.ts';
import { product, variant } from '../store/product.table.ts';
import { type ProductRow, selectProducts, type VariantRow, type WithDatabase } from './products.ts';

/**
 * First pages of the lists inside lists: one query for all parents of a request. A loader is its definition, so there is
 * one per page size (at most 101 of them), and parents that ask for the same size share a batch.
 */
const byLimit = <D>(make: (limit: number) => D): ((limit: number) => D) => {
  const known = new Map<number, D>();
  return (limit) => {
    const definition = known.get(limit) ?? make(limit);
    known.set(limit, definition);
    return definition;
  };
};

/** The first `limit` variants of many products. */
export const firstVariants = byLimit((limit) => ({
  load: ({ database }: WithDatabase, productIds: readonly string[]): Promise<VariantRow[]> =>
    database.orm
      .select()
      .from(variant)
      .where(
        sql`${variant.id} in (
          select first.id from unnest(${textArray(productIds)}) as asked(id)
          cross join lateral (
            select live.id from variant live where live.product_id = asked.id and live.removed_at is null
            order by live.position, live.id limit ${limit}
          ) as first
        )`,
      )
      .orderBy(asc(variant.position), asc(variant.id)),
  keyOf: (row: VariantRow) => row.productId,
}));

/** The newest `limit` products on sale in many shops. */
export const newestOfShops = byLimit((limit) => ({
  load: ({ database }: WithDatabase, shopIds: readonly string[]): Promise<ProductRow[]> =>
    selectProducts(database.orm)
      .where(
        sql`${product.id} in (
          select newest.id from unnest(${textArray(shopIds)}) as asked(id)
          join shop open on open.id = asked.id and open.status = 'active'
          cross join lateral (
            select sold.id from product sold where sold.shop_id = asked.id and sold.status = 'ACTIVE' order by sold.id desc limit ${limit}
          ) as newest
        )`,
      )
      .orderBy(desc(product.id)),
  keyOf: (row: ProductRow) => row.shopId,
}));

/** A product on a page of a category. */
export interface FiledProduct {
  readonly categoryId: string;
  readonly productId: string;
}

/** The newest `limit` products on sale in and below many categories, by id. */
export const newestInCategories = byLimit((limit) => ({
  load: async ({ database }: WithDatabase, categoryIds: readonly string[]): Promise<FiledProduct[]> => {
    const rows = await database.orm.execute<{ categoryId: string; productId: string }>(sql`
      select asked.id as "categoryId", newest.id as "productId"
      from category asked
      cross join lateral (
        select found.id from category below
        cross join lateral (
          select product.id from product join shop on shop.id = product.shop_id
          where product.category_id = below.id and product.status = 'ACTIVE' and shop.status = 'active'
          order by product.id desc limit ${limit}
        ) as found
        where below.path <@ asked.path
        order by found.id desc limit ${limit}
      ) as newest
      where asked.id = any(${textArray(categoryIds)})
      order by newest.id desc`);
    return [...rows];
  },
  keyOf: (row: FiledProduct) => row.categoryId,
}));
