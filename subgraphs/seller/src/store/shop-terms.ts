import { compiled, type Executor } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { deliveryMethod } from './delivery-method.table.ts';
import { shop } from './shop.table.ts';
import type { ShopRow } from './shops.ts';

export type ActiveMethod = typeof deliveryMethod.$inferSelect;

/** A shop with the delivery methods it offers, in its order. */
export interface ShopTerms {
  readonly shop: ShopRow;
  readonly methods: readonly ActiveMethod[];
}

const shopsWithMethods = compiled((orm) =>
  orm
    .select({ shop: getTableColumns(shop), method: getTableColumns(deliveryMethod) })
    .from(shop)
    .leftJoin(deliveryMethod, and(eq(deliveryMethod.shopId, shop.id), eq(deliveryMethod.active, true)))
    .where(sql`${shop.id} = any(${sql.placeholder('ids')}::text[])`)
    .orderBy(asc(deliveryMethod.position), asc(deliveryMethod.id)),
);

/** What shops offer now: shops and their active methods in one statement. Unknown ids are left out. */
export const termsOfShops = async (on: Executor, ids: readonly string[]): Promise<readonly ShopTerms[]> => {
  const rows = await shopsWithMethods(on, { ids: [...new Set(ids)].map(lookupKey) });
  const terms = new Map<string, { shop: ShopRow; methods: ActiveMethod[] }>();
  for (const row of rows) {
    const known = terms.get(row.shop.id) ?? { shop: row.shop, methods: [] };
    terms.set(row.shop.id, known);
    if (row.method) known.methods.push(row.method);
  }
  return [...terms.values()];
};
