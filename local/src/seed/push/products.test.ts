import { describe, expect, it } from 'vitest';
import type { ProductRow } from '../schema.ts';
import type { SeedClient } from './graphql-client.ts';
import { pushProducts } from './products.ts';

const row = (externalId: string, shopSlug = 'books', changes: Partial<ProductRow> = {}): ProductRow => ({
  externalId,
  shopSlug,
  source: 'goodbooks-10k',
  language: 'en',
  titles: { en: 'A book', ru: 'Книга' },
  descriptions: {},
  categoryGoogleId: 784,
  attributes: [],
  optionAxes: [],
  variants: [{ sku: `S-${externalId}`, options: {}, priceMinor: 1_299, currency: 'USD', onHand: 3 }],
  images: [],
  derived: [],
  ...changes,
});
const rows = (count: number, shopSlug = 'books') =>
  Array.from({ length: count }, (_, index) => row(`${shopSlug}-${index}`, shopSlug));

interface Call {
  readonly shopId: string;
  readonly products: readonly Record<string, unknown>[];
}

/** Puts these rows in over an owner whose mutation answers as `answer` says. */
const push = async (
  products: AsyncIterable<ProductRow> | readonly ProductRow[],
  answer: (call: Call) => Promise<object> | object = () => ({}),
) => {
  const calls: Call[] = [];
  const told: number[] = [];
  const ask = async (_document: string, variables: Record<string, unknown> = {}) => {
    const call = variables['input'] as Call;
    calls.push(call);
    const accepted = { userErrors: [], rows: call.products.map(() => ({ userErrors: [] })) };
    return { productsSet: { ...accepted, ...(await answer(call)) } };
  };
  const outcome = await pushProducts({
    owner: { ask } as unknown as SeedClient,
    products: products as AsyncIterable<ProductRow>,
    shopIds: new Map([
      ['books', 'shp_books'],
      ['mats', 'shp_mats'],
    ]),
    categoryIds: new Map([[784, 'cat_books']]),
    attributeTypes: new Map([['length-m', 'NUMBER']]),
    tell: (done) => told.push(done),
  }).catch((error: Error) => error.message);
  return { calls, told, outcome };
};
const refusal = { code: 'PRICE_TOO_HIGH', field: ['products', '0'], message: 'No.' };

describe('putting goods into their shops', () => {
  it('sends a hundred of one shop at a time, whatever order they come in, and what is left at the end', async () => {
    const [books, mats] = [rows(250), rows(120, 'mats')];
    const mixed = books.flatMap((book, index) => (mats[index] ? [book, mats[index]] : [book]));
    const { calls, outcome, told } = await push(mixed);
    expect(outcome).toBe(370);
    expect(calls.map(({ shopId, products }) => `${shopId} ${products.length}`).sort()).toEqual([
      'shp_books 100',
      'shp_books 100',
      'shp_books 50',
      'shp_mats 100',
      'shp_mats 20',
    ]);
    const sent = calls.flatMap(({ products }) => products.map(({ externalId }) => externalId));
    expect(new Set(sent).size).toBe(370);
    expect(told.at(-1)).toBe(370);
  });

  it('has two calls under way at most', async () => {
    let underWay = 0;
    let most = 0;
    await push(rows(600), async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return {};
    });
    expect(most).toBe(2);
  });

  it('stops at a row that was refused, and names it', async () => {
    const refused = await push(rows(3), ({ products }) => ({
      rows: products.map((_, index) => ({ userErrors: index === 1 ? [refusal] : [] })),
    }));
    expect(refused.outcome).toBe('product books/books-1: PRICE_TOO_HIGH products.0 No.');
    expect((await push(rows(1), () => ({ userErrors: [refusal] }))).outcome).toMatch(/^products of books: PRICE/);
  });

  it('hears of a call that failed while the next rows are still being read', async () => {
    async function* slowly() {
      yield* rows(100);
      // Long enough for the call of the first hundred to fail, with nobody waiting for it.
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      yield* rows(5, 'mats');
    }
    const { outcome, calls } = await push(slowly(), ({ shopId }) => {
      if (shopId === 'shp_books') throw new Error('fetch failed');
      return {};
    });
    expect(outcome).toBe('fetch failed');
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('begins no further call after one that failed', async () => {
    const { outcome, calls } = await push(rows(1_000), () => Promise.reject(new Error('fetch failed')));
    expect(outcome).toBe('fetch failed');
    expect(calls).toHaveLength(2);
  });

  it('puts nothing in when there is nothing', async () => {
    expect(await push([])).toEqual({ calls: [], told: [], outcome: 0 });
  });
});

describe('a row as the mutation takes it', () => {
  const inputOf = async (changes: Partial<ProductRow>) =>
    (await push([row('1', 'books', changes)])).calls[0]?.products[0];

  it('names the market’s category, its texts by language and its price as text', async () => {
    expect(await inputOf({})).toMatchObject({
      externalId: '1',
      categoryId: 'cat_books',
      titles: [
        { locale: 'en', text: 'A book' },
        { locale: 'ru', text: 'Книга' },
      ],
      status: 'ACTIVE',
      currency: 'USD',
      variants: [{ sku: 'S-1', priceMinor: '1299', initialOnHand: 3, options: [] }],
    });
  });

  it('measures in numbers where the category does, and says the rest in words', async () => {
    const attributes = [
      { code: 'length-m', values: ['1.9'] },
      { code: 'material', values: ['foam', 'cotton'] },
    ];
    expect(await inputOf({ attributes })).toMatchObject({
      attributes: [
        { code: 'length-m', number: 1.9 },
        { code: 'material', text: 'foam, cotton' },
      ],
    });
  });

  it('gives each value of an option a code that its variants refer to, whatever the value says', async () => {
    const variant = { sku: 'a', priceMinor: 1, currency: 'USD', onHand: 0 };
    const input = await inputOf({
      language: 'ru',
      optionAxes: [{ code: 'shoe-size', values: ['42 ½', 'белый/чёрный'] }],
      variants: [
        { ...variant, options: { 'shoe-size': 'белый/чёрный' } },
        { ...variant, sku: 'b', options: { 'shoe-size': '42 ½' } },
      ],
    });
    expect(input).toMatchObject({
      options: [
        {
          code: 'shoe-size',
          names: [{ locale: 'en', text: 'shoe size' }],
          values: [
            { code: 'v1', labels: [{ locale: 'ru', text: '42 ½' }] },
            { code: 'v2', labels: [{ locale: 'ru', text: 'белый/чёрный' }] },
          ],
        },
      ],
      variants: [
        { options: [{ option: 'shoe-size', value: 'v2' }] },
        { options: [{ option: 'shoe-size', value: 'v1' }] },
      ],
    });
  });
});
