import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  editor,
  en,
  kitchenOf,
  type Market,
  openMarket,
  otherEditor,
  otherShopId,
  productInput,
  shopId,
} from './market.ts';

describe('productSet', () => {
  let market: Market;
  let categoryId: string;
  beforeAll(async () => {
    market = await openMarket();
    categoryId = await kitchenOf(market);
  });
  afterAll(() => market.close());

  const eventsOf = async (id: string) =>
    (await market.published())
      .filter(({ aggregateId }) => aggregateId === id)
      .map(({ name, aggregateVersion }) => `${name} ${aggregateVersion}`);

  it('creates, changes nothing when sent again, and updates what differs, with one event each', async () => {
    const first = await market.setProduct(productInput(categoryId, { externalId: 'idem' }));
    expect(first).toMatchObject({
      change: 'CREATED',
      userErrors: [],
      product: {
        version: 1,
        title: 'Teapot',
        variants: { nodes: [{ sku: 'TEA-1', available: 10, price: { amountMinor: '1250' } }] },
      },
    });
    const again = await market.setProduct(productInput(categoryId, { externalId: 'idem' }));
    expect(again).toMatchObject({ change: 'UNCHANGED', product: { id: first.product?.id, version: 1 } });
    const renamed = await market.setProduct(productInput(categoryId, { externalId: 'idem', titles: en('Kettle') }));
    expect(renamed).toMatchObject({
      change: 'UPDATED',
      product: { id: first.product?.id, version: 2, title: 'Kettle' },
    });
    expect(await eventsOf(first.product?.id ?? '')).toEqual(['product.created 1', 'product.updated 2']);
  });

  it('says which prices changed, and only those', async () => {
    const axes = [
      {
        code: 'size',
        names: en('Size'),
        values: [
          { code: 's', labels: en('Small') },
          { code: 'l', labels: en('Large') },
        ],
      },
    ];
    const variants = (small: string, large: string) => [
      { sku: 'PR-S', priceMinor: small, options: [{ option: 'size', value: 's' }] },
      { sku: 'PR-L', priceMinor: large, options: [{ option: 'size', value: 'l' }] },
    ];
    const before = await market.product(
      productInput(categoryId, { externalId: 'price', options: axes, variants: variants('100', '200') }),
    );
    const after = await market.product(
      productInput(categoryId, { externalId: 'price', options: axes, variants: variants('100', '250') }),
    );
    expect(after.priceRange).toEqual({ min: { amountMinor: '100', currency: 'EUR' }, max: { amountMinor: '250' } });
    const [small, large] = before.variants.nodes.map(({ id }) => id) as [string, string];
    expect([await eventsOf(small), await eventsOf(large)]).toEqual([[], ['price.changed 2']]);
  });

  it('takes variants that are left out off sale and brings them back under their old id', async () => {
    const axes = [
      {
        code: 'n',
        names: en('N'),
        values: [
          { code: '1', labels: en('1') },
          { code: '2', labels: en('2') },
        ],
      },
    ];
    const both = [1, 2].map((n) => ({
      sku: `RM-${n}`,
      priceMinor: '100',
      initialOnHand: 4,
      options: [{ option: 'n', value: `${n}` }],
    }));
    const first = await market.product(
      productInput(categoryId, { externalId: 'remove', options: axes, variants: both }),
    );
    const left = await market.product(
      productInput(categoryId, { externalId: 'remove', options: axes, variants: both.slice(0, 1) }),
    );
    expect(left.variants.nodes.map(({ sku }) => sku)).toEqual(['RM-1']);
    const gone = first.variants.nodes[1]?.id as string;
    expect(await market.quote([gone])).toMatchObject([{ variantId: gone, status: 'NOT_FOR_SALE' }]);
    const back = await market.product(
      productInput(categoryId, { externalId: 'remove', options: axes, variants: both }),
    );
    expect(back.variants.nodes[1]).toMatchObject({ id: gone, available: 4 });
  });

  it.each<[string, Record<string, unknown>, { code: string; field: string[] }]>([
    [
      'an unknown category',
      { categoryId: 'cat_nowhere' },
      { code: 'UNKNOWN_CATEGORY', field: ['product', 'categoryId'] },
    ],
    ['no title', { titles: [] }, { code: 'INVALID_TEXT', field: ['product', 'titles'] }],
    ['a blank title', { titles: en(' \t') }, { code: 'INVALID_TEXT', field: ['product', 'titles', '0', 'text'] }],
    [
      'a title that cannot be stored',
      { titles: en('a\u0000b') },
      { code: 'INVALID_TEXT', field: ['product', 'titles', '0', 'text'] },
    ],
    [
      'one language twice',
      { titles: [...en('a'), ...en('b')] },
      { code: 'DUPLICATE_LOCALE', field: ['product', 'titles', '1', 'locale'] },
    ],
    [
      'a GTIN with a wrong check digit',
      { gtin: '4006381333932' },
      { code: 'INVALID_GTIN', field: ['product', 'gtin'] },
    ],
    [
      'a price of nothing',
      { variants: [{ sku: 'X', priceMinor: '0' }] },
      { code: 'INVALID_PRICE', field: ['product', 'variants', '0', 'priceMinor'] },
    ],
    [
      'a negative price',
      { variants: [{ sku: 'X', priceMinor: '-5' }] },
      { code: 'INVALID_PRICE', field: ['product', 'variants', '0', 'priceMinor'] },
    ],
    ['no variants', { variants: [] }, { code: 'NO_VARIANTS', field: ['product', 'variants'] }],
    [
      'negative units',
      { variants: [{ sku: 'X', priceMinor: '5', initialOnHand: -1 }] },
      { code: 'OUT_OF_RANGE', field: ['product', 'variants', '0', 'initialOnHand'] },
    ],
    [
      'a variant that chooses from an axis there is not',
      { variants: [{ sku: 'X', priceMinor: '5', options: [{ option: 'constructor', value: 'x' }] }] },
      { code: 'VARIANT_OPTIONS', field: ['product', 'variants', '0', 'options'] },
    ],
    [
      'one SKU twice',
      {
        variants: [
          { sku: 'X', priceMinor: '5' },
          { sku: 'X', priceMinor: '5' },
        ],
      },
      { code: 'DUPLICATE_SKU', field: ['product', 'variants', '1', 'sku'] },
    ],
    [
      'four axes',
      {
        options: ['a', 'b', 'c', 'd'].map((code) => ({
          code,
          names: en(code),
          values: [{ code: 'x', labels: en('x') }],
        })),
      },
      { code: 'TOO_MANY_OPTIONS', field: ['product', 'options'] },
    ],
    [
      '2,049 variants',
      { variants: Array.from({ length: 2_049 }, (_, n) => ({ sku: `V${n}`, priceMinor: '5' })) },
      { code: 'TOO_MANY_VARIANTS', field: ['product', 'variants'] },
    ],
    [
      'an attribute nobody defined',
      { attributes: [{ code: '__proto__', text: 'x' }] },
      { code: 'UNKNOWN_ATTRIBUTE', field: ['product', 'attributes', '0', 'code'] },
    ],
    [
      'a text for a number',
      { attributes: [{ code: 'volume', text: 'big' }] },
      { code: 'ATTRIBUTE_TYPE', field: ['product', 'attributes', '0'] },
    ],
    [
      'an option nobody offers',
      { attributes: [{ code: 'material', choices: ['gold'] }] },
      { code: 'UNKNOWN_CHOICE', field: ['product', 'attributes', '0', 'choices'] },
    ],
  ])('refuses %s and names the field', async (_name, changes, expected) => {
    const refused = await market.setProduct(productInput(categoryId, { externalId: 'refused', ...changes }));
    expect(refused).toMatchObject({ product: null, change: 'REFUSED' });
    expect(refused.userErrors.map(({ code, field }) => ({ code, field }))).toContainEqual(expected);
  });

  it('refuses an SKU that another product of the shop has, and takes it in another shop', async () => {
    await market.product(
      productInput(categoryId, { externalId: 'sku-owner', variants: [{ sku: 'ONE', priceMinor: '5' }] }),
    );
    const taken = await market.setProduct(
      productInput(categoryId, { externalId: 'sku-thief', variants: [{ sku: 'ONE', priceMinor: '5' }] }),
    );
    expect(taken.userErrors).toMatchObject([{ code: 'DUPLICATE_SKU', field: ['product', 'variants', '0', 'sku'] }]);
    const elsewhere = await market.setProduct(
      productInput(categoryId, { externalId: 'sku-owner', variants: [{ sku: 'ONE', priceMinor: '5' }] }),
      { shop: otherShopId, as: otherEditor },
    );
    expect(elsewhere.change).toBe('CREATED');
  });

  it('refuses a version somebody else has passed by, and tells the present one', async () => {
    await market.product(productInput(categoryId, { externalId: 'stale', variants: [{ sku: 'ST', priceMinor: '5' }] }));
    const stale = await market.setProduct(
      productInput(categoryId, { externalId: 'stale', expectedVersion: 7, variants: [{ sku: 'ST', priceMinor: '6' }] }),
    );
    expect(stale.userErrors).toMatchObject([
      { __typename: 'StaleProductVersion', code: 'STALE_VERSION', currentVersion: 1 },
    ]);
  });

  it('makes one product of twenty simultaneous calls', async () => {
    const calls = await Promise.all(
      Array.from({ length: 20 }, () =>
        market.setProduct(
          productInput(categoryId, { externalId: 'rush', variants: [{ sku: 'RUSH', priceMinor: '5' }] }),
        ),
      ),
    );
    expect(new Set(calls.map(({ product }) => product?.id)).size).toBe(1);
    expect(calls.map(({ change }) => change).sort()).toEqual([
      'CREATED',
      ...Array.from({ length: 19 }, () => 'UNCHANGED'),
    ]);
  });

  it('sets or refuses the rows of a bulk call one by one', async () => {
    const rows = [
      productInput(categoryId, { externalId: 'bulk-1', variants: [{ sku: 'BULK-1', priceMinor: '5' }] }),
      productInput('cat_nowhere', { externalId: 'bulk-2', variants: [{ sku: 'BULK-2', priceMinor: '5' }] }),
      productInput(categoryId, { externalId: 'bulk-3', variants: [{ sku: 'BULK-1', priceMinor: '5' }] }),
      productInput(categoryId, { externalId: 'bulk-1', variants: [{ sku: 'BULK-4', priceMinor: '5' }] }),
    ];
    const data = await market.answer<{
      productsSet: { rows: { change: string; userErrors: { code: string; field: string[] }[] }[] };
    }>(
      'mutation ($input: ProductsSetInput!) { productsSet(input: $input) { rows { index externalId change product { id } userErrors { code field } } userErrors { code } } }',
      { input: { shopId, products: rows } },
      { as: editor },
    );
    expect(
      data.productsSet.rows.map(({ change, userErrors }) => [change, userErrors[0]?.code, userErrors[0]?.field[1]]),
    ).toEqual([
      ['CREATED', undefined, undefined],
      ['REFUSED', 'UNKNOWN_CATEGORY', '1'],
      ['REFUSED', 'DUPLICATE_SKU', '2'],
      ['REFUSED', 'DUPLICATE_EXTERNAL_ID', '3'],
    ]);
  });
});
