import type { Filters, Selection } from '../contract.ts';

/** A value in a filter expression, quoted so that it can only be a value. */
const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Any of the values. */
export const oneOf = (attribute: string, values: readonly string[]): string =>
  `${attribute} IN [${values.map(quoted).join(', ')}]`;

/** Conditions that are no facet's own filter. */
export const baseFilters = ({ closedShopIds, excludedIds, onlyIds }: Selection): string[] => [
  ...(closedShopIds.length > 0 ? [`NOT ${oneOf('shopId', closedShopIds)}`] : []),
  ...(excludedIds.length > 0 ? [`NOT ${oneOf('productId', excludedIds)}`] : []),
  ...(onlyIds ? [oneOf('productId', onlyIds)] : []),
];

/** A filter's condition, by the facet it belongs to; attributes have one per code. */
export const facetFilters = (filters: Filters): Map<string, string> => {
  const found = new Map<string, string>();
  const { categoryId, shopIds, brands, price, inStock, attributes } = filters;
  if (categoryId !== undefined) found.set('category', `categoryIds = ${quoted(categoryId)}`);
  if (shopIds) found.set('shop', oneOf('shopId', shopIds));
  if (brands)
    found.set(
      'brand',
      oneOf(
        'brand',
        brands.map((brand) => brand.trim()),
      ),
    );
  if (price) {
    const bounds = [
      `currency = ${quoted(price.currency)}`,
      ...(price.minMinor === undefined ? [] : [`minPriceMinor >= ${price.minMinor}`]),
      ...(price.maxMinor === undefined ? [] : [`minPriceMinor <= ${price.maxMinor}`]),
    ];
    found.set('price', bounds.join(' AND '));
  }
  if (inStock !== undefined) found.set('availability', `inStock = ${inStock}`);
  for (const { code, values } of attributes ?? [])
    found.set(
      `attribute:${code}`,
      oneOf(
        'attributes',
        values.map((value) => `${code}=${value}`),
      ),
    );
  return found;
};
