import { z } from 'zod';
import { attributeRow, productRow, shopRow, taxonomyRow } from '../schema.ts';
import { collectAttributes } from './attributes.ts';
import { loadShops } from './shops.ts';
import { loadAmazonGoogle } from './sources/amazon-google.ts';
import { loadCommerceMl } from './sources/commerceml.ts';
import { loadGoodbooks } from './sources/goodbooks.ts';
import { loadSaleor } from './sources/saleor.ts';
import { loadSpree } from './sources/spree.ts';
import { loadTaxonomy } from './sources/taxonomy.ts';

/** Reads all sources and gives the rows of each file of the data folder, parsed by the schema that its reader uses. */
export const loadDataset = async (): Promise<Record<string, object[]>> => {
  const loaded = await Promise.all([loadCommerceMl(), loadSaleor(), loadSpree(), loadGoodbooks(), loadAmazonGoogle()]);
  const products = z.array(productRow).parse(loaded.flat());
  return {
    'taxonomy.ndjson.gz': z.array(taxonomyRow).parse(await loadTaxonomy()),
    'shops.ndjson.gz': z.array(shopRow).parse(await loadShops()),
    'attributes.ndjson.gz': z.array(attributeRow).parse(collectAttributes(products)),
    'products.ndjson.gz': products,
  };
};
