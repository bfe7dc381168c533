import { generateProducts } from '../generate.ts';
import { readAttributes, readProducts } from '../read.ts';
import type { ProductRow } from '../schema.ts';
import { ensureAccounts } from './accounts.ts';
import { awaitIndex } from './await-index.ts';
import { pushAttributes, pushCategories } from './categories.ts';
import { seedClient } from './graphql-client.ts';
import { pushPictures, rowsWithPictures } from './pictures.ts';
import { pushProducts } from './products.ts';
import { pushDelivery, pushShops, pushStaff } from './shops.ts';
import { pushShowcase } from './showcase.ts';

export { admin, buyer, type DemoAccount, demoAccounts, demoPassword, owner } from './accounts.ts';
export { SeedRefused } from './graphql-client.ts';

export interface SeedOptions {
  /** Origin of the gateway; everything goes through its mutations. */
  readonly url: string;
  /** Goods to put in: all real ones when left out, generated from them beyond that. */
  readonly products?: number | undefined;
  /** Seed number of what is generated. */
  readonly seed?: number;
  readonly tell: (step: string) => void;
}

/** The real rows first; when more are wanted, rows generated from them by the seed number. */
async function* chooseProducts(count: number | undefined, seed: number): AsyncGenerator<ProductRow> {
  let given = 0;
  for await (const row of readProducts()) {
    if (count !== undefined && given >= count) return;
    given += 1;
    yield row;
  }
  if (count !== undefined && count > given) yield* generateProducts({ count: count - given, seed });
}

/** Passes rows on and keeps those that name a picture. */
async function* keepPictured(rows: AsyncIterable<ProductRow>, pictured: ProductRow[]): AsyncGenerator<ProductRow> {
  for await (const row of rows) {
    if (row.images.length > 0) pictured.push(row);
    yield row;
  }
}

/** Seeds a running market. Everything is an upsert, so a seed that was interrupted is simply run again. */
export const seedMarket = async ({ url, products, seed = 1, tell }: SeedOptions): Promise<void> => {
  const people = await ensureAccounts(seedClient(url));
  tell('accounts ready');
  const categoryIds = await pushCategories(people.admin, (done) => tell(`categories ${done}`));
  await pushAttributes(people.admin, categoryIds);
  const shopIds = await pushShops(await people.owner());
  tell(`shops ${shopIds.size}`);
  const owner = await people.owner();
  await pushDelivery(owner, shopIds);
  await pushStaff(owner, shopIds);
  const attributeTypes = new Map<string, string>();
  for await (const row of readAttributes()) attributeTypes.set(row.code, row.kind);
  const pictured: ProductRow[] = [];
  const done = await pushProducts({
    owner,
    products: keepPictured(chooseProducts(products, seed), pictured),
    shopIds,
    categoryIds,
    attributeTypes,
    tell: (count) => tell(`products ${count}`),
  });
  await awaitIndex(people.admin, done, tell);
  tell(`pictures ${await pushPictures(owner, pictured, shopIds)}`);
  const page = await pushShowcase(owner, await rowsWithPictures(pictured), shopIds, tell);
  if (page) tell(`landing page ${url}${page}`);
  tell(`seeded ${done} products of ${shopIds.size} shops`);
};
