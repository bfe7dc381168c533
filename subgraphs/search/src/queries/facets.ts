import { sql } from 'drizzle-orm';
import type { LocalisedText } from '../domain/localised-text.ts';
import {
  attributeCounts,
  type CategoryCount,
  categoryTree,
  type PriceRange,
  priceRanges,
} from '../domain/shape-facets.ts';
import type { Selection } from '../engine/contract.ts';
import type { Services } from '../services.ts';
import { textArray } from '../store/text-array.ts';

interface SelectableCount {
  readonly value: string;
  readonly count: number;
  readonly selected: boolean;
}

/** Facets of a result, shaped for people. */
export interface Facets {
  readonly categories: readonly CategoryCount[];
  readonly shops: readonly SelectableCount[];
  readonly brands: readonly SelectableCount[];
  readonly prices: readonly PriceRange[];
  readonly attributes: readonly {
    readonly code: string;
    readonly names: LocalisedText;
    readonly values: readonly SelectableCount[];
  }[];
  readonly availability: { readonly inStock: number; readonly outOfStock: number };
}

interface Names {
  readonly parents: ReadonlyMap<string, string | null>;
  readonly attributes: ReadonlyMap<string, LocalisedText>;
}

/** Parents of categories and names of attributes, in one statement. */
const readNames = async (
  { database }: Services,
  categoryIds: readonly string[],
  codes: readonly string[],
): Promise<Names> => {
  const rows = await database.orm.execute<{ key: string; parentId: string | null; names: LocalisedText | null }>(sql`
    select id as key, parent_id as "parentId", null::jsonb as names from known_category where id = any(${textArray(categoryIds)})
    union all select code, null, names from known_attribute where code = any(${textArray(codes)})`);
  const parents = new Map<string, string | null>();
  const attributes = new Map<string, LocalisedText>();
  for (const { key, parentId, names } of rows) {
    if (names === null) parents.set(key, parentId);
    else attributes.set(key, names);
  }
  return { parents, attributes };
};

/** Counts the hits of a selection by everything they can be narrowed by. */
export const readFacets = async (services: Services, selection: Selection): Promise<Facets> => {
  const counts = await services.engine.count(selection);
  const { filters } = selection;
  const attributes = attributeCounts(counts.attribute);
  const names = await readNames(
    services,
    counts.category.map(({ value }) => value),
    attributes.map(({ code }) => code),
  );
  const brands = new Set(filters.brands?.map((brand) => brand.trim().toLowerCase()));
  const wanted = new Map(filters.attributes?.map(({ code, values }) => [code, new Set(values)]));
  const available = (value: string) => counts.availability.find((found) => found.value === value)?.count ?? 0;
  return {
    categories: categoryTree(counts.category, names.parents, filters.categoryId),
    shops: counts.shop.map((shop) => ({ ...shop, selected: filters.shopIds?.includes(shop.value) ?? false })),
    brands: counts.brand.map((brand) => ({ ...brand, selected: brands.has(brand.value.toLowerCase()) })),
    prices: priceRanges(counts.price),
    attributes: attributes.map(({ code, values }) => ({
      code,
      names: names.attributes.get(code) ?? {},
      values: values.map((found) => ({ ...found, selected: wanted.get(code)?.has(found.value) ?? false })),
    })),
    availability: { inStock: available('true'), outOfStock: available('false') },
  };
};
