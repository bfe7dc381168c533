import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editor, en, kitchenOf, type Market, openMarket, productInput, search } from './market.ts';

describe('a product', () => {
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
