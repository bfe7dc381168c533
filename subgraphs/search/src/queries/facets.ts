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

const parentsOf = async ({ database }: Services, ids: readonly string[]): Promise<Map<string, string | null>> => {
  const rows = await database.orm.execute<{ id: string; parentId: string | null }>(
    sql`select id, parent_id as "parentId" from known_category where id = any(${textArray(ids)})`,
  );
  return new Map(rows.map(({ id, parentId }) => [id, parentId]));
};

const namesOf = async ({ database }: Services, codes: readonly string[]): Promise<Map<string, LocalisedText>> => {
  const rows = await database.orm.execute<{ code: string; names: LocalisedText }>(
    sql`select code, names from known_attribute where code = any(${textArray(codes)})`,
  );
  return new Map(rows.map(({ code, names }) => [code, names]));
};

/** Counts the hits of a selection by everything they can be narrowed by. */
export const readFacets = async (services: Services, selection: Selection): Promise<Facets> => {
  const counts = await services.engine.count(selection);
  const { filters } = selection;
  const attributes = attributeCounts(counts.attribute);
  const [parents, names] = await Promise.all([
    parentsOf(
      services,
      counts.category.map(({ value }) => value),
    ),
    namesOf(
      services,
      attributes.map(({ code }) => code),
    ),
  ]);
  const brands = new Set(filters.brands?.map((brand) => brand.trim().toLowerCase()));
  const wanted = new Map(filters.attributes?.map(({ code, values }) => [code, new Set(values)]));
  const available = (value: string) => counts.availability.find((found) => found.value === value)?.count ?? 0;
  return {
    categories: categoryTree(counts.category, parents, filters.categoryId),
    shops: counts.shop.map((shop) => ({ ...shop, selected: filters.shopIds?.includes(shop.value) ?? false })),
    brands: counts.brand.map((brand) => ({ ...brand, selected: brands.has(brand.value.toLowerCase()) })),
    prices: priceRanges(counts.price),
    attributes: attributes.map(({ code, values }) => ({
      code,
      names: names.get(code) ?? {},
      values: values.map((found) => ({ ...found, selected: wanted.get(code)?.has(found.value) ?? false })),
    })),
    availability: { inStock: available('true'), outOfStock: available('false') },
  };
};
