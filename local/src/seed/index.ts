/** The demo market's data: readers of the real rows, and a generator that multiplies them for load. */
export { generateProducts } from './generate.ts';
export { isGtin13 } from './gtin.ts';
export { readAttributes, readProducts, readQueries, readShops, readTaxonomy } from './read.ts';
export type {
  AttributeRow,
  DeliveryMethod,
  ProductRow,
  SeedQuery,
  ShopRow,
  TaxonomyRow,
  VariantRow,
} from './schema.ts';
export { PRODUCT_SOURCES } from './schema.ts';
