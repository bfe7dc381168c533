import { type SQL, sql } from 'drizzle-orm';
import { type LocalisedText, toTexts } from '../domain/localised-text.ts';
import type { AttributeDefinition, AttributeValue } from '../domain/product.ts';
import type { Services } from '../services.ts';
import { textArray } from '../store/json-rows.ts';
import { definitionsByCategory } from './categories.ts';

interface DocumentRow extends Record<string, unknown> {
  readonly productId: string;
  readonly version: number;
  readonly shopId: string;
  readonly categoryId: string;
  readonly status: 'ACTIVE';
  readonly titles: LocalisedText;
  readonly descriptions: LocalisedText;
  readonly brand: string | null;
  readonly gtin: string | null;
  readonly attributes: readonly AttributeValue[];
  readonly minPriceMinor: string;
  readonly maxPriceMinor: string;
  readonly currency: string;
  readonly categories: readonly { readonly id: string; readonly names: LocalisedText }[];
  readonly skus: readonly string[];
  readonly inStock: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Products the public may see, joined with all an index wants to know of them, in one statement. */
const documentsSql = (chosen: SQL, now: Date): SQL => sql`
  with chosen as materialized (
    select product.* from product join shop on shop.id = product.shop_id
    where product.status = 'ACTIVE' and shop.status = 'active' and ${chosen}
  )
  select chosen.id as "productId", chosen.version, chosen.shop_id as "shopId", chosen.category_id as "categoryId", chosen.status, chosen.titles,
         chosen.descriptions, chosen.brand, chosen.gtin, chosen.attributes, chosen.min_price_minor as "minPriceMinor",
         chosen.max_price_minor as "maxPriceMinor", chosen.currency, chosen.created_at as "createdAt", chosen.updated_at as "updatedAt",
         filed.categories, offered.skus, offered.in_stock as "inStock"
  from chosen
  cross join lateral (
    select jsonb_agg(jsonb_build_object('id', above.id, 'names', above.names) order by nlevel(above.path)) as categories
    from category here join category above on above.path @> here.path where here.id = chosen.category_id
  ) as filed
  cross join lateral (
    select coalesce(jsonb_agg(variant.sku order by variant.position), '[]') as skus,
           coalesce(bool_or(coalesce(held.units, 0) + coalesce(overdue.units, 0) > 0), false) as in_stock
    from variant
    left join lateral (select sum(on_hand - reserved) as units from stock where stock.variant_id = variant.id) as held on true
    left join lateral (
      select sum(quantity) as units from reservation_line line
      where line.variant_id = variant.id and line.held_until <= ${now.toISOString()}::timestamptz
    ) as overdue on true
    where variant.product_id = chosen.id and variant.removed_at is null
  ) as offered
  order by chosen.id`;

const valuesOf = ({ value }: AttributeValue): string[] => (typeof value === 'object' ? [...value] : [String(value)]);

const toAttribute = (value: AttributeValue, definition: AttributeDefinition | undefined) => ({
  code: value.code,
  values: valuesOf(value),
  names: toTexts(definition?.names ?? {}),
  filterable: definition?.filterable ?? false,
});

const complete = async (services: Services, rows: readonly DocumentRow[]) => {
  const definitions = await definitionsByCategory.load(services, [
    ...new Set(rows.map(({ categoryId }) => categoryId)),
  ]);
  const byPlace = new Map(
    definitions.map((definition) => [`${definition.inCategoryId}.${definition.code}`, definition]),
  );
  return rows.map((row) => ({
    ...row,
    titles: toTexts(row.titles),
    descriptions: toTexts(row.descriptions),
    categories: row.categories.map(({ id, names }) => ({ id, names: toTexts(names) })),
    attributes: row.attributes.map((value) => toAttribute(value, byPlace.get(`${row.categoryId}.${value.code}`))),
    minPriceMinor: BigInt(row.minPriceMinor),
    maxPriceMinor: BigInt(row.maxPriceMinor),
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
  }));
};

/** Flattened products by id; what the public may not see is left out. */
export const searchDocuments = async (services: Services, ids: readonly string[]) =>
  complete(
    services,
    await services.database.orm.execute<DocumentRow>(
      documentsSql(sql`product.id = any(${textArray(ids)})`, services.clock.now()),
    ),
  );

/** The next `first` flattened products by id, for a rebuild of an index. */
export const searchDocumentPage = async (services: Services, after: string | undefined, first: number) => {
  const chosen = sql`product.id in (
    select next.id from product next join shop on shop.id = next.shop_id
    where next.status = 'ACTIVE' and shop.status = 'active' and next.id > ${after ?? ''} order by next.id limit ${first})`;
  return complete(
    services,
    await services.database.orm.execute<DocumentRow>(documentsSql(chosen, services.clock.now())),
  );
};
