import { describe, expect, it } from 'vitest';
import type { ProductRow } from '../src/seed/index.ts';
import { generateProducts, readProducts } from '../src/seed/index.ts';
import { productRow } from '../src/seed/schema.ts';

const generate = async (count: number, seed: number): Promise<ProductRow[]> => {
  const rows: ProductRow[] = [];
  for await (const row of generateProducts({ count, seed })) rows.push(row);
  return rows;
};

const COUNT = 20_000;

describe('generateProducts', () => {
  it('gives the same rows for the same seed, and a longer run begins with a shorter one', async () => {
    const long = await generate(COUNT, 7);
    const short = await generate(9_000, 7);
    expect(long).toHaveLength(COUNT);
    expect(short).toEqual(long.slice(0, 9_000));
  });

  it('gives other variations for another seed, and the same real rows first', async () => {
    const [one, other] = await Promise.all([generate(9_000, 1), generate(9_000, 2)]);
    const real: ProductRow[] = [];
    for await (const row of readProducts()) real.push(row);
    expect(one.slice(0, real.length)).toEqual(real);
    expect(other.slice(0, real.length)).toEqual(real);
    expect(one.slice(real.length)).not.toEqual(other.slice(real.length));
  });

  it('makes rows that parse, with SKUs and external ids that occur once and no borrowed GTIN', async () => {
    const rows = await generate(COUNT, 3);
    const made = rows.filter(({ derived }) => derived.includes('row'));
    for (const row of made) productRow.parse(row);
    expect(made.filter(({ gtin }) => gtin)).toEqual([]);
    const skus = rows.flatMap(({ shopSlug, variants }) => variants.map(({ sku }) => `${shopSlug} ${sku}`));
    expect(new Set(skus).size).toBe(skus.length);
    expect(new Set(rows.map(({ externalId }) => externalId)).size).toBe(COUNT);
  });

  it('varies every title and keeps compare-at prices above prices', async () => {
    const rows = await generate(COUNT, 3);
    const real = new Map(rows.filter(({ derived }) => !derived.includes('row')).map((row) => [row.externalId, row]));
    for (const row of rows.filter(({ derived }) => derived.includes('row'))) {
      const origin = real.get(row.externalId.replace(/-g\d+$/, ''));
      expect(row.titles[row.language]).not.toBe(origin?.titles[row.language]);
      for (const { priceMinor, compareAtMinor } of row.variants)
        expect(compareAtMinor ?? Infinity).toBeGreaterThan(priceMinor);
    }
  });

  it('stops at once when nothing is wanted, and can be left early', async () => {
    expect(await generate(0, 1)).toEqual([]);
    for await (const row of generateProducts({ count: 1_000_000, seed: 1 })) {
      expect(row.externalId).not.toBe('');
      break;
    }
  });
});
