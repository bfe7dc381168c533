import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  editor,
  en,
  type Market,
  openMarket,
  otherEditor,
  otherShopId,
  productInput,
  search,
  shopId,
} from './market.ts';

describe('productSet', () => {
  let market: Market;
  let categoryId: string;
  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
    await market.answer(
      `mutation ($input: SetCategoryAttributesInput!) { setCategoryAttributes(input: $input) { userErrors { code } } }`,
      {
        input: {
          categoryId,
          attributes: [
            { code: 'volume', names: en('Volume'), type: 'NUMBER', unit: 'l' },
            {
              code: 'material',
              names: [...en('Material'), { locale: 'ru', text: 'Материал' }],
              type: 'SELECT',
              filterable: true,
              choices: [{ code: 'iron', labels: en('Iron') }],
            },
            { code: 'care', names: en('Care'), type: 'TEXT' },
          ],
        },
      },
      { as: admin },
    );
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

  it('keeps typed attributes and texts, and falls back between languages', async () => {
    const set = await market.product(
      productInput(categoryId, {
        externalId: 'typed',
        titles: [...en('Teapot'), { locale: 'ru', text: 'Чайник' }],
        attributes: [
          { code: 'material', choices: ['iron'] },
          { code: 'volume', number: 1.5 },
        ],
        variants: [{ sku: 'TYPED', priceMinor: '5' }],
      }),
    );
    const data = await market.answer<{ product: unknown }>(
      `query ($id: ID!) { product(id: $id) { ru: title(locale: "ru-RU") de: title(locale: "de") description externalId category { name ancestors { id } }
        attributes { code name(locale: "ru") type unit number text choices { code label } } } }`,
      { id: set.id },
      {},
    );
    expect(data.product).toEqual({
      ru: 'Чайник',
      de: 'Teapot',
      description: null,
      externalId: null,
      category: { name: 'Kitchen', ancestors: [] },
      attributes: [
        { code: 'volume', name: 'Volume', type: 'NUMBER', unit: 'l', number: 1.5, text: null, choices: [] },
        {
          code: 'material',
          name: 'Материал',
          type: 'SELECT',
          unit: null,
          number: null,
          text: null,
          choices: [{ code: 'iron', label: 'Iron' }],
        },
      ],
    });
  });

  it('is read by search as a flat document until it is archived', async () => {
    const set = await market.product(
      productInput(categoryId, {
        externalId: 'flat',
        brand: 'Acme',
        attributes: [{ code: 'material', choices: ['iron'] }],
        variants: [{ sku: 'FLAT', priceMinor: '700', initialOnHand: 1 }],
      }),
    );
    const read = async () =>
      (
        await market.answer<{ searchDocuments: unknown[] }>(
          `query ($ids: [ID!]!) { searchDocuments(ids: $ids) { productId version shopId status titles { locale text } brand categories { id names { text } }
            attributes { code values filterable names { locale text } } minPriceMinor maxPriceMinor currency inStock skus } }`,
          { ids: [set.id] },
          { as: search },
        )
      ).searchDocuments;
    expect(await read()).toEqual([
      {
        productId: set.id,
        version: 1,
        shopId: 'shp_one',
        status: 'ACTIVE',
        titles: en('Teapot'),
        brand: 'Acme',
        categories: [{ id: categoryId, names: [{ text: 'Kitchen' }] }],
        attributes: [
          {
            code: 'material',
            values: ['iron'],
            filterable: true,
            names: [...en('Material'), { locale: 'ru', text: 'Материал' }],
          },
        ],
        minPriceMinor: '700',
        maxPriceMinor: '700',
        currency: 'EUR',
        inStock: true,
        skus: ['FLAT'],
      },
    ]);
    await market.reserve('grp_flat', [{ variantId: set.variants.nodes[0]?.id as string, quantity: 1 }]);
    expect(await read()).toMatchObject([{ inStock: false }]);
    const archive = () =>
      market.answer<{ archiveProduct: unknown }>(
        'mutation ($input: ArchiveProductInput!) { archiveProduct(input: $input) { product { status version } userErrors { code } } }',
        { input: { productId: set.id } },
        { as: editor },
      );
    expect(await archive()).toEqual({
      archiveProduct: { product: { status: 'ARCHIVED', version: 2 }, userErrors: [] },
    });
    expect(await archive()).toEqual({
      archiveProduct: { product: { status: 'ARCHIVED', version: 2 }, userErrors: [] },
    });
    expect(await read()).toEqual([]);
    expect(await eventsOf(set.id)).toEqual(['product.created 1', 'product.updated 2']);
  });
});
