import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readNdjson } from './ndjson.ts';
import type { AttributeRow, ProductRow, SeedQuery, ShopRow, TaxonomyRow } from './schema.ts';
import { attributeRow, productRow, seedQuery, shopRow, taxonomyRow } from './schema.ts';

/** Folder that holds the data set, also needed by whoever measures it. */
export const SEED_DATA_URL = new URL('./data/', import.meta.url);

const readRows = <T>(fileName: string, schema: z.ZodType<T>): AsyncGenerator<T> =>
  readNdjson(new URL(fileName, SEED_DATA_URL), schema);

/** Google's categories, parents before children. */
export const readTaxonomy = (): AsyncGenerator<TaxonomyRow> => readRows('taxonomy.ndjson.gz', taxonomyRow);

/** The shops of the demo market with their delivery methods. */
export const readShops = (): AsyncGenerator<ShopRow> => readRows('shops.ndjson.gz', shopRow);

/** Meaning of every attribute code that products carry. */
export const readAttributes = (): AsyncGenerator<AttributeRow> => readRows('attributes.ndjson.gz', attributeRow);

/** The real products, grouped by source and in the order of the source. */
export const readProducts = (): AsyncGenerator<ProductRow> => readRows('products.ndjson.gz', productRow);

/** The search questions with what each should find. */
export const readQueries = async (): Promise<SeedQuery[]> =>
  z.array(seedQuery).parse(JSON.parse(await readFile(new URL('queries.json', SEED_DATA_URL), 'utf8')));
