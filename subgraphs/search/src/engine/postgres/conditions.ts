import { type SQL, sql } from 'drizzle-orm';
import { searchableFields } from '../../domain/index-declaration.ts';
import { textArray } from '../../store/text-array.ts';
import type { Filters, Selection, Wanted } from '../contract.ts';

const words = (text: string): SQL => sql`plainto_tsquery('vitrina', ${text})`;

/** Any of a group's alternatives. */
const groupQuery = (group: readonly string[]): SQL => sql`(${sql.join(group.map(words), sql` || `)})`;

const allOf = (groups: readonly SQL[]): SQL => sql`(${sql.join([...groups], sql` && `)})`;

/** Words beyond this many are not given up one by one: the number of combinations grows with them. */
const maxRelaxed = 8;

/** Every way to give up one group. */
const mostOf = (groups: readonly SQL[]): SQL => {
  if (groups.length < 2 || groups.length > maxRelaxed) return sql`(${sql.join([...groups], sql` || `)})`;
  const ways = groups.map((_, dropped) => allOf(groups.filter((_group, index) => index !== dropped)));
  return sql`(${sql.join(ways, sql` || `)})`;
};

/** The tsquery of what is wanted; undefined when everything is. */
export const tsquery = ({ groups, code }: Wanted, match: Selection['match']): SQL | undefined => {
  const queries = groups.map(groupQuery);
  const byWords = queries.length === 0 ? undefined : match === 'all' ? allOf(queries) : mostOf(queries);
  if (code === undefined) return byWords;
  return byWords ? sql`(${byWords} || ${words(code)})` : words(code);
};

/** One condition per group that gets its own point when only most of them have to match. */
export const groupMatches = ({ groups }: Wanted): SQL[] =>
  groups.map((group) => sql`(document.search @@ ${groupQuery(group)})::int`);

/** Weights in Postgres's order: D, C, B, A. */
export const rankWeights = `{${[...searchableFields].reverse().map(({ weight }) => weight)}}`;

/** Conditions that are no facet's own filter. */
export const baseConditions = (selection: Selection): SQL[] => {
  const query = tsquery(selection.wanted, selection.match);
  return [
    ...(query ? [sql`document.search @@ ${query}`] : []),
    ...(selection.closedShopIds.length > 0
      ? [sql`document.shop_id <> all(${textArray(selection.closedShopIds)})`]
      : []),
    ...(selection.excludedIds.length > 0 ? [sql`document.product_id <> all(${textArray(selection.excludedIds)})`] : []),
    ...(selection.onlyIds ? [sql`document.product_id = any(${textArray(selection.onlyIds)})`] : []),
  ];
};

/** A filter's condition, by the facet it belongs to; attributes have one per code. */
export const filterConditions = (filters: Filters): Map<string, SQL> => {
  const found = new Map<string, SQL>();
  const { categoryId, shopIds, brands, price, inStock, attributes } = filters;
  if (categoryId !== undefined) found.set('category', sql`document.category_ids @> array[${categoryId}::text]`);
  if (shopIds) found.set('shop', sql`document.shop_id = any(${textArray(shopIds)})`);
  if (brands) {
    const wanted = textArray(brands.map((brand) => brand.trim().toLowerCase()));
    found.set('brand', sql`coalesce(lower(document.brand) = any(${wanted}), false)`);
  }
  if (price) {
    const bounds = [
      sql`document.currency = ${price.currency}`,
      ...(price.minMinor === undefined ? [] : [sql`document.min_price_minor >= ${price.minMinor.toString()}::numeric`]),
      ...(price.maxMinor === undefined ? [] : [sql`document.min_price_minor <= ${price.maxMinor.toString()}::numeric`]),
    ];
    found.set('price', sql`(${sql.join(bounds, sql` and `)})`);
  }
  if (inStock !== undefined) found.set('availability', sql`document.in_stock = ${inStock}`);
  for (const { code, values } of attributes ?? []) {
    const wanted = textArray(values.map((value) => `${code}=${value}`));
    found.set(`attribute:${code}`, sql`document.attributes && ${wanted}`);
  }
  return found;
};

/** Conditions joined by "and"; true when there are none. */
export const every = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
