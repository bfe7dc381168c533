import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AttributeRow, ProductRow, ShopRow, TaxonomyRow } from '../src/seed/index.ts';
import { isGtin13, PRODUCT_SOURCES, readAttributes, readProducts, readShops, readTaxonomy } from '../src/seed/index.ts';
import { SEED_DATA_URL } from '../src/seed/read.ts';

const MAX_DATA_BYTES = 12 * 1024 * 1024;

const collect = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

const repeated = (values: readonly string[]): string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

let taxonomy: TaxonomyRow[];
let shops: ShopRow[];
let attributes: AttributeRow[];
let products: ProductRow[];

beforeAll(async () => {
  [taxonomy, shops, attributes, products] = await Promise.all([
    collect(readTaxonomy()),
    collect(readShops()),
    collect(readAttributes()),
    collect(readProducts()),
  ]);
});

describe('taxonomy', () => {
  it('holds all 5,427 categories, each after its parent, with slugs and ids that occur once', () => {
    const seen = new Set<number | null>([null]);
    for (const { googleId, parentGoogleId } of taxonomy) {
      expect(seen).toContain(parentGoogleId);
      seen.add(googleId);
    }
    expect(seen.size).toBe(5_427 + 1);
    expect(repeated(taxonomy.map(({ slug }) => slug))).toEqual([]);
  });

  it('carries the Russian name that Google gives the same id', () => {
    expect(taxonomy.find(({ googleId }) => googleId === 784)).toMatchObject({ nameEn: 'Books', nameRu: 'Книги' });
  });
});

describe('shops', () => {
  it('are at least 20 with their own slugs, and every one of them sells something', () => {
    expect(shops.length).toBeGreaterThanOrEqual(20);
    expect(repeated(shops.map(({ slug }) => slug))).toEqual([]);
    expect(new Set(products.map(({ shopSlug }) => shopSlug))).toEqual(new Set(shops.map(({ slug }) => slug)));
  });

  it('deliver at home by every method within an orderly number of days', () => {
    for (const shop of shops) {
      for (const { rates } of shop.deliveryMethods) {
        expect(rates.some(({ countries }) => countries.includes(shop.country))).toBe(true);
        expect(rates.every(({ minDays, maxDays }) => minDays <= maxDays)).toBe(true);
      }
    }
  });
});

describe('products', () => {
  it('are at least 5,000 and come from every source', () => {
    expect(products.length).toBeGreaterThanOrEqual(5_000);
    expect(new Set(products.map(({ source }) => source))).toEqual(new Set(PRODUCT_SOURCES));
  });

  it('belong to existing categories and are priced in the currency of an existing shop', () => {
    const categories = new Set(taxonomy.map(({ googleId }) => googleId));
    const currencies = new Map(shops.map((shop) => [shop.slug, shop.defaultCurrency]));
    const strays = products.filter(
      ({ categoryGoogleId, shopSlug, variants }) =>
        !categories.has(categoryGoogleId) || variants.some(({ currency }) => currency !== currencies.get(shopSlug)),
    );
    expect(strays).toEqual([]);
  });

  it('have external ids and SKUs that occur once in their shop', () => {
    expect(repeated(products.map(({ shopSlug, externalId }) => `${shopSlug} ${externalId}`))).toEqual([]);
    const skus = products.flatMap(({ shopSlug, variants }) => variants.map(({ sku }) => `${shopSlug} ${sku}`));
    expect(repeated(skus)).toEqual([]);
  });

  it('are titled in the language they name', () => {
    expect(products.filter(({ titles, language }) => !titles[language])).toEqual([]);
  });

  it('have variants that differ by exactly the values of their option axes', () => {
    for (const { externalId, optionAxes, variants } of products) {
      const choices = variants.map(({ options }) => JSON.stringify(optionAxes.map(({ code }) => options[code])));
      expect(repeated(choices), externalId).toEqual([]);
      for (const { code, values } of optionAxes) {
        expect(new Set(variants.map(({ options }) => options[code])), externalId).toEqual(new Set(values));
      }
    }
  });

  it('show a compare-at price only above the price', () => {
    const variants = products.flatMap((product) => product.variants);
    expect(variants.filter(({ priceMinor, compareAtMinor }) => (compareAtMinor ?? Infinity) <= priceMinor)).toEqual([]);
  });

  it('carry only GTINs with a right check digit, none twice', () => {
    const gtins = products.flatMap(({ gtin }) => gtin ?? []);
    expect(gtins.length).toBeGreaterThan(4_000);
    expect(gtins.filter((gtin) => !isGtin13(gtin))).toEqual([]);
    expect(repeated(gtins)).toEqual([]);
  });

  it('use only attributes that are described for their category', () => {
    const described = new Set(
      attributes.flatMap(({ code, categoryGoogleIds }) => categoryGoogleIds.map((id) => `${id} ${code}`)),
    );
    const used = products.flatMap((product) =>
      [...product.attributes, ...product.optionAxes].map(({ code }) => `${product.categoryGoogleId} ${code}`),
    );
    expect(used.filter((use) => !described.has(use))).toEqual([]);
  });

  it('hold real Russian goods, and admit where a price is derived', () => {
    expect(products.filter(({ titles }) => titles.ru).length).toBeGreaterThanOrEqual(57);
    expect(products.filter(({ source, derived }) => source === 'goodbooks-10k' && !derived.includes('price'))).toEqual(
      [],
    );
    expect(products.filter(({ source, derived }) => source !== 'goodbooks-10k' && derived.includes('price'))).toEqual(
      [],
    );
  });
});

describe('the data folder', () => {
  it('stays within 12 MB', async () => {
    const names = await readdir(SEED_DATA_URL, { recursive: true });
    const sizes = await Promise.all(names.map(async (name) => (await stat(new URL(name, SEED_DATA_URL))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX_DATA_BYTES);
  });

  it('has only pictures that a product names, as WebP', async () => {
    const named = new Set<string | undefined>();
    for await (const { images } of readProducts()) named.add(images[0]?.replace(/\.png$/, '.webp'));
    const names = await readdir(new URL('pictures/', SEED_DATA_URL));
    expect(names.length).toBe(6);
    for (const name of names) {
      expect(named.has(name), name).toBe(true);
      const bytes = await readFile(new URL(`pictures/${name}`, SEED_DATA_URL));
      expect(bytes.subarray(8, 12).toString(), name).toBe('WEBP');
    }
  });

  it('holds the rows its manifest states', async () => {
    const manifest: Record<string, { rows: number; sha256: string }> = JSON.parse(
      await readFile(new URL('manifest.json', SEED_DATA_URL), 'utf8'),
    );
    for (const [name, { rows, sha256 }] of Object.entries(manifest)) {
      const plain = await text(createReadStream(new URL(name, SEED_DATA_URL)).pipe(createGunzip()));
      expect(plain.split('\n').length - 1, name).toBe(rows);
      expect(createHash('sha256').update(plain).digest('hex'), name).toBe(sha256);
    }
  });

  it('names the licence of every source beside the data', async () => {
    const licences = await readFile(new URL('LICENCES.md', SEED_DATA_URL), 'utf8');
    for (const source of [...PRODUCT_SOURCES, 'google-product-taxonomy', 'bestbuy-open-data']) {
      expect(licences).toMatch(new RegExp(`^## ${source}\\n\\nLicence: \\S`, 'm'));
    }
  });
});
