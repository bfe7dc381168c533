import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, buyer, editor, en, type Market, openMarket, productInput, shopId } from './market.ts';

/** Things people and machines send that have broken somebody's program before. */
const naughty = [
  "Robert'); drop table product; --",
  '" or 1=1',
  '#{7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '%00',
  '\\u0000',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  '٣٤٥',
  '‮gnirts',
  '\u200b\u200b x',
  'Ａｂｃ',
  'Z̸̡a̶l̷g̵o̶',
  '👩‍👩‍👧‍👦',
  'ßẞſ',
  'İıIi',
  '\t\n\r x',
  'a\u0000b',
  '\ud83d',
  '\udc00x',
  '%',
  '_',
  'ё'.normalize('NFD'),
];

describe('whatever text comes in', () => {
  let market: Market;
  let categoryId: string;
  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
  });
  afterAll(() => market.close());

  const setWith = (text: string, nth: number) =>
    market.setProduct(
      productInput(categoryId, {
        externalId: `${nth} ${text}`.slice(0, 128),
        titles: en(text),
        descriptions: en(text),
        brand: text.slice(0, 100),
        gtin: null,
        options: [{ code: 'o', names: en(text), values: [{ code: 'v', labels: en(text) }] }],
        variants: [{ sku: `${nth} ${text}`.slice(0, 128), priceMinor: '5', options: [{ option: 'o', value: 'v' }] }],
      }),
    );

  /** Either taken as it was written (but for space around and composed form), or refused as text. */
  const checkRoundTrip = async (text: string, nth: number): Promise<void> => {
    const set = await setWith(text, nth);
    if (set.product) expect(set.product.title).toBe(text.normalize('NFC').trim());
    else expect(set.userErrors.every(({ code }) => code === 'INVALID_TEXT')).toBe(true);
  };

  it.each(naughty.map((text, nth) => [text, nth] as const))(
    'a product named %j is kept as written or refused as text',
    checkRoundTrip,
  );

  it('any text at all is kept as written or refused as text', async () => {
    let nth = 1_000;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 90 }), (text) => checkRoundTrip(text, nth++)),
      { numRuns: 60 },
    );
  });

  it.each(naughty)('look-ups by %j answer without an error of ours', async (text) => {
    const results = await Promise.all([
      market.ask('query ($t: ID!) { product(id: $t) { id } category(id: $t) { id } }', { t: text }, { as: buyer }),
      market.ask(
        'query ($t: String!) { categoryBySlug(slug: $t) { id } searchCategories(query: $t) { name } }',
        { t: text },
        { as: buyer },
      ),
      market.ask(
        'query ($s: ID!, $t: String!) { productByExternalId(shopId: $s, externalId: $t) { id } }',
        { s: shopId, t: text },
        { as: editor },
      ),
      market.ask(
        'mutation ($s: ID!, $t: String!) { setStock(input: { shopId: $s, lines: [{ sku: $t, onHand: 1 }] }) { userErrors { code } } }',
        { s: shopId, t: `x${text}` },
        { as: editor },
      ),
      market.ask(
        'mutation ($t: String!) { createCategory(input: { names: [{ locale: "en", text: $t }] }) { category { slug } userErrors { code } } }',
        { t: text },
        { as: admin },
      ),
      market.ask(
        'mutation ($s: ID!, $t: String!) { createStockLocation(input: { shopId: $s, name: $t }) { location { name } userErrors { code } } }',
        { s: shopId, t: text },
        { as: editor },
      ),
    ]);
    const codes = results.flatMap(({ errors }) => errors?.map(({ extensions }) => extensions?.['code']) ?? []);
    expect(codes.filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
  });
});
