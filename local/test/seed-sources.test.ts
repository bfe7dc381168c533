import { describe, expect, it } from 'vitest';
import { loadAmazonGoogle } from '../src/seed/build/sources/amazon-google.ts';
import { loadGoodbooks } from '../src/seed/build/sources/goodbooks.ts';
import { loadSpree } from '../src/seed/build/sources/spree.ts';
import { productRow } from '../src/seed/schema.ts';
import { ownSources } from './fixtures/own-sources.ts';

// Small files in the form of the real ones, with the rows that make conversions go wrong.
const put = ownSources();
const csv = (rows: readonly Record<string, string>[]): string => {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const cell = (text = '') => `"${text.replaceAll('"', '""')}"`;
  return [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\n');
};

describe('books', () => {
  const book = (changes: Record<string, string> = {}) => ({
    book_id: '1',
    isbn: '439023483',
    isbn13: '9.78043902348e+12',
    authors: 'Suzanne Collins',
    original_publication_year: '2008.0',
    original_title: 'The Hunger Games',
    title: 'The Hunger Games (The Hunger Games, #1)',
    language_code: 'eng',
    ...changes,
  });
  const load = async (...changes: Record<string, string>[]) => {
    await put('goodbooks-10k/books.half.csv', `\uFEFF${csv(changes.map(book))}`);
    const rows = await loadGoodbooks();
    for (const row of rows) expect(productRow.safeParse(row).error).toBeUndefined();
    return rows;
  };

  it('get their number back from what a spreadsheet left of it, when both columns agree', async () => {
    const [whole, other, broken, none] = await load(
      {},
      { isbn13: '9.78043902349e+12' },
      { isbn: '439023484' },
      { isbn: '', isbn13: '' },
    );
    expect([whole, other, broken, none].map((row) => row?.gtin)).toEqual([
      '9780439023481',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stand in the language they are stated in, or the one their letters give away, which is then admitted', async () => {
    const rows = await load(
      { language_code: 'ger', title: 'Der Prozess' },
      { language_code: '', title: 'Преступление и наказание' },
      { language_code: '', title: 'Nameless' },
      { language_code: 'eng', title: 'Crime and Punishment', original_title: 'Преступление и наказание' },
    );
    expect(rows.map(({ language, titles }) => [language, Object.keys(titles)])).toEqual([
      ['de', ['de']],
      ['ru', ['ru']],
      ['en', ['en']],
      ['en', ['en', 'ru']],
    ]);
    expect(rows.map(({ derived }) => derived.includes('language'))).toEqual([false, true, true, false]);
    expect([rows[0]?.shopSlug, rows[1]?.shopSlug, rows[3]?.shopSlug]).toEqual([
      'buchladen-linde',
      'knizhny-prichal',
      'knizhny-prichal',
    ]);
  });

  it('are described by what is known of them, each thing once', async () => {
    const [row, ancient, plain] = await load(
      { authors: 'A, B,  A ,', original_title: 'Another title' },
      { original_publication_year: '-720.0' },
      { original_publication_year: '', title: 'The Hunger Games (Series, #1)' },
    );
    const values = (of: typeof row, code: string) => of?.attributes.find((one) => one.code === code)?.values;
    expect(values(row, 'author')).toEqual(['A', 'B']);
    expect(values(row, 'original-title')).toEqual(['Another title']);
    expect(values(ancient, 'publication-year')).toEqual(['-720']);
    expect(values(plain, 'publication-year')).toBeUndefined();
    // The series in brackets is no other title.
    expect(values(plain, 'original-title')).toBeUndefined();
  });

  it('have a price of their shop’s currency, and say that it is derived', async () => {
    const [volume] = await load({ title: 'Naruto, Vol. 1' });
    expect(volume).toMatchObject({ shopSlug: 'panel-and-ink', derived: ['price', 'stock'] });
    expect(volume?.variants[0]?.priceMinor).toBeGreaterThan(0);
  });
});

describe('offers of two sellers', () => {
  const offer = (id: string, changes: Record<string, string> = {}) => ({
    id,
    title: 'encore math tutor',
    brand: '',
    price: '19.99',
    seller_source: 'amazon',
    ...changes,
  });
  const load = async (...rows: Record<string, string>[]) => {
    await put('product-matching/amazon-google.products.csv', csv(rows));
    return loadAmazonGoogle();
  };

  it('are left out when nobody can buy them', async () => {
    const rows = await load(
      offer('a'),
      offer('b', { price: '' }),
      offer('c', { price: '0' }),
      offer('d', { price: 'call us' }),
      offer('e', { title: ' ' }),
      offer('f', { price: '1,5' }),
    );
    expect(rows.map(({ externalId, variants }) => [externalId, variants[0]?.priceMinor])).toEqual([
      ['a', 1_999],
      ['f', 150],
    ]);
  });

  it('stay with their seller: the same goods at the other are in another shop', async () => {
    const [first, second] = await load(offer('a'), offer('b', { seller_source: 'google' }));
    expect(first?.shopSlug).not.toBe(second?.shopSlug);
    await expect(load(offer('a', { seller_source: 'ebay' }))).rejects.toThrow(/offer a has an unknown seller ebay/);
  });

  it('have the brand that is stated in one spelling, or one that stands often enough in front of a title', async () => {
    const stated = Array.from({ length: 5 }, (_, index) => offer(`m${index}`, { brand: 'microsoft corporation' }));
    const rows = await load(
      ...stated,
      offer('guessed', { title: 'microsoft office 2007' }),
      offer('rare', { title: 'acme office 2007' }),
      offer('acme', { brand: 'acme inc.' }),
    );
    const brandOf = (id: string) => rows.find(({ externalId }) => externalId === id);
    expect(brandOf('m0')).toMatchObject({ brand: 'microsoft' });
    expect(brandOf('m0')?.derived).not.toContain('brand');
    expect(brandOf('guessed')).toMatchObject({ brand: 'microsoft' });
    expect(brandOf('guessed')?.derived).toContain('brand');
    expect(brandOf('rare')?.brand).toBeUndefined();
    expect(brandOf('acme')?.brand).toBe('acme');
  });
});

describe('appliances with translations', () => {
  const load = async (products: Record<string, string>[], translations: Record<string, string>[] = []) => {
    await put('spree-sample-products/products.csv', csv(products));
    await put(
      'spree-sample-products/product_translations.csv',
      csv([{ slug: '', locale: '', name: '' }, ...translations]),
    );
    return loadSpree();
  };
  const parent = {
    slug: 'kettle',
    name: ' A  kettle ',
    sku: 'K',
    price: '20.00',
    currency: 'USD',
    category1: 'Kitchen -> Kettles',
  };
  const child = (sku: string, colour: string, changes: Record<string, string> = {}) => ({
    slug: 'kettle',
    sku,
    price: '25.00',
    currency: 'USD',
    option1_name: 'Color',
    option1_value: colour,
    inventory_count: '3',
    ...changes,
  });

  it('have their dollar rows as variants, or themselves where there are none', async () => {
    const [alone] = await load([parent]);
    expect(alone).toMatchObject({ titles: { en: 'A kettle' }, variants: [{ sku: 'K', priceMinor: 2_000, onHand: 0 }] });
    const [coloured] = await load([
      parent,
      child('K1', 'Red'),
      child('K2', 'Blue'),
      child('K3', 'Red', { currency: 'EUR' }),
    ]);
    expect(coloured?.variants.map(({ sku, options }) => [sku, options])).toEqual([
      ['K1', { color: 'Red' }],
      ['K2', { color: 'Blue' }],
    ]);
    expect(coloured?.optionAxes).toEqual([{ code: 'color', values: ['Red', 'Blue'] }]);
  });

  it('show a former price only when it was higher', async () => {
    const [row] = await load([
      parent,
      child('higher', 'a', { compare_at_price: '30.00' }),
      child('lower', 'b', { compare_at_price: '20.00' }),
      child('none', 'c', { compare_at_price: '' }),
    ]);
    expect(row?.variants.map(({ compareAtMinor }) => compareAtMinor)).toEqual([3_000, undefined, undefined]);
  });

  it('carry the translations that say something', async () => {
    const translations = [
      { slug: 'kettle', locale: 'de', name: 'Ein Kessel', description: '' },
      { slug: 'other', locale: 'fr', name: 'Une autre chose', description: '' },
    ];
    const [row] = await load([parent], translations);
    expect(row?.titles).toEqual({ en: 'A kettle', de: 'Ein Kessel' });
    expect(row?.descriptions).toEqual({});
  });

  it.each([
    [{ ...parent, price: '' }, /spree K has no price/],
    [{ ...parent, category1: 'Kitchen -> Sinks' }, /category Kitchen -> Sinks is not mapped/],
  ])('stop the conversion when something is missing', async (row, message) => {
    await expect(load([row])).rejects.toThrow(message);
  });
});
