import { asService } from '@vitrina/platform/testing';
import { shopCreated, shopUpdated } from '@vitrina/schema/events';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, type Market, openMarket, orders, otherShopId, productInput, search, shopId } from './market.ts';

describe('shops, as far as catalog knows them', () => {
  let market: Market;
  let categoryId: string;
  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
  });
  afterAll(() => market.close());

  it('that nobody knows take no products', async () => {
    const call = 'mutation ($input: ProductSetInput!) { productSet(input: $input) { change } }';
    const result = await market.ask(
      call,
      { input: { shopId: 'shp_nobody', product: productInput(categoryId) } },
      { as: admin },
    );
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: ['input', 'shopId'] });
  });

  it('are asked for when their goods come before their event, which then changes nothing', async () => {
    const set = await market.product(productInput(categoryId, { externalId: 'early' }));
    await market.deliver(shopCreated, {
      aggregateId: shopId,
      aggregateVersion: 1,
      payload: { shopId, slug: 'one', name: 'One', status: 'active' },
    });
    expect(await market.quote([set.variants.nodes[0]?.id as string])).toMatchObject([
      { status: 'ON_SALE', available: 10 },
    ]);
  });

  it('are what seller said last, also when two events ask at once and the first answer is slow', async () => {
    const payload = { shopId: otherShopId, slug: 'two', name: 'Two', status: 'active' as const };
    const event = { aggregateId: otherShopId, aggregateVersion: 1, payload };
    let second: Promise<void> | undefined;
    market.seller.beforeAnswer = async () => {
      market.seller.beforeAnswer = async () => undefined;
      market.shops[otherShopId] = { status: 'CLOSED', lowStockThreshold: 3 };
      second = market.deliver(shopUpdated, { ...event, payload: { ...payload, status: 'closed' } });
      // Until the other event is through, or has to wait for this one.
      await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 200))]);
    };
    await market.deliver(shopCreated, event);
    await second;
    const [shop] = await market.database.orm.execute(sql`select status from shop where id = ${otherShopId}`);
    expect(shop).toEqual({ status: 'closed' });
  });

  it('hear of low stock at their own threshold unless the variant has one', async () => {
    const set = await market.product(
      productInput(categoryId, {
        externalId: 'threshold',
        variants: [{ sku: 'TH', priceMinor: '5', initialOnHand: 5 }],
      }),
    );
    const id = set.variants.nodes[0]?.id as string;
    await market.reserve('grp_th_1', [{ variantId: id, quantity: 1 }]);
    await market.reserve('grp_th_2', [{ variantId: id, quantity: 1 }]);
    expect((await market.published('inventory.low')).filter(({ aggregateId }) => aggregateId === id)).toMatchObject([
      { payload: { available: 3, productId: set.id, shopId } },
    ]);
  });

  it('have their goods read by search page after page, each once', async () => {
    for (let n = 0; n < 12; n += 1)
      await market.product(
        productInput(categoryId, { externalId: `page-${n}`, variants: [{ sku: `PG-${n}`, priceMinor: '5' }] }),
      );
    await market.setProduct(
      productInput(categoryId, {
        externalId: 'page-draft',
        status: 'DRAFT',
        variants: [{ sku: 'PG-D', priceMinor: '5' }],
      }),
    );
    const read = async (after: string | undefined) =>
      (
        await market.answer<{ searchDocumentPage: { productId: string }[] }>(
          'query ($after: ID) { searchDocumentPage(after: $after, first: 5) { productId } }',
          { after },
          { as: search },
        )
      ).searchDocumentPage;
    const walked: string[] = [];
    for (let page = await read(undefined); page.length > 0; page = await read(walked.at(-1)))
      walked.push(...page.map(({ productId }) => productId));
    expect(walked).toEqual([...new Set(walked)].sort());
    expect(walked).toHaveLength(14);
  });

  it('quote any number of variants in one statement and leave out unknown ones', async () => {
    const axes = [
      {
        code: 'size',
        names: [{ locale: 'en', text: 'Size' }],
        values: ['s', 'm'].map((code) => ({ code, labels: [{ locale: 'en', text: code.toUpperCase() }] })),
      },
    ];
    const variants = ['s', 'm'].map((value) => ({
      sku: `Q-${value}`,
      priceMinor: value === 's' ? '100' : '200',
      initialOnHand: 2,
      options: [{ option: 'size', value }],
    }));
    const set = await market.product(
      productInput(categoryId, { externalId: 'quoted', options: axes, variants, taxCategory: 'food' }),
    );
    const [small, medium] = set.variants.nodes.map(({ id }) => id) as [string, string];
    const quotes = await market.quote([medium, 'var_none', small]);
    expect(quotes).toHaveLength(2);
    expect(quotes).toContainEqual({
      variantId: medium,
      productId: set.id,
      shopId,
      categoryId,
      title: 'Teapot',
      optionsLabel: 'M',
      sku: 'Q-m',
      status: 'ON_SALE',
      unitPriceMinor: '200',
      currency: 'EUR',
      available: 2,
      taxCategory: 'food',
    });
    const tooMany = await market.ask(
      'query ($ids: [ID!]!) { quoteVariants(ids: $ids) { sku } }',
      { ids: Array.from({ length: 501 }, () => small) },
      { as: orders },
    );
    expect(tooMany.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('tell the video context whose products are and which are on sale, and nobody else', async () => {
    const onSale = await market.product(
      productInput(categoryId, { externalId: 'shown', variants: [{ sku: 'SH', priceMinor: '5' }] }),
    );
    const draft = await market.setProduct(
      productInput(categoryId, { externalId: 'hidden', status: 'DRAFT', variants: [{ sku: 'HI', priceMinor: '5' }] }),
    );
    const draftId = draft.product?.id as string;
    const query = 'query ($ids: [ID!]!) { listedProducts(ids: $ids) { productId shopId onSale variantIds } }';
    const ids = [draftId, 'prd_none', onSale.id];
    const { listedProducts } = await market.answer<{ listedProducts: unknown[] }>(
      query,
      { ids },
      { as: asService('video') },
    );
    expect(listedProducts).toHaveLength(2);
    expect(listedProducts).toContainEqual({
      productId: onSale.id,
      shopId,
      onSale: true,
      variantIds: onSale.variants.nodes.map(({ id }) => id),
    });
    expect(listedProducts).toContainEqual(expect.objectContaining({ productId: draftId, onSale: false }));
    const refused = await market.ask(query, { ids }, { as: orders });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
