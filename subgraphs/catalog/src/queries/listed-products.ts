import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { textArray } from '../store/json-rows.ts';

interface ListedProductRow extends Record<string, unknown> {
  readonly productId: string;
  readonly shopId: string;
  readonly onSale: boolean;
  readonly variantIds: readonly string[];
}

/** Whose products are and whether the public sees them, for contexts that point at products; unknown ids are left out. */
export const listedProducts = async (
  { database }: Pick<Services, 'database'>,
  ids: readonly string[],
): Promise<readonly ListedProductRow[]> =>
  database.orm.execute<ListedProductRow>(sql`
    select product.id as "productId", product.shop_id as "shopId",
           product.status = 'ACTIVE' and shop.status = 'active' as "onSale",
           array(select variant.id from variant
                 where variant.product_id = product.id and variant.removed_at is null
                 order by variant.position) as "variantIds"
    from product
    join shop on shop.id = product.shop_id
    where product.id = any(${textArray(ids)})`);
