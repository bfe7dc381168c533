import { asClient, asUser } from '@vitrina/platform/testing';
import { shopUpdated } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  admin,
  buyer,
  editor,
  en,
  type Market,
  openMarket,
  orders,
  otherEditor,
  otherShopId,
  productInput,
  search,
  shopId,
} from './market.ts';

describe('who may see and change goods', () => {
  let market: Market;
  let categoryId: string;
  let draft: { id: string; variantId: string };
  let shown: { id: string; variantId: string };

  const set = async (externalId: string, status: string) => {
    const made = await market.product(
      productInput(categoryId, {
        externalId,
        status,
        variants: [{ sku: externalId, priceMinor: '5', initialOnHand: 3 }],
      }),
    );
    return { id: made.id, variantId: made.variants.nodes[0]?.id as string };
  };
  const entities = async (refs: object[], as?: typeof editor): Promise<unknown[]> =>
    (
      await market.answer<{ _entities: unknown[] }>(
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Product { id externalId status } ... on ProductVariant { id stockLevels { onHand } } } }',
        { refs },
        { as },
      )
    )._entities;

  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
    draft = await set('hidden', 'DRAFT');
    shown = await set('shown', 'ACTIVE');
  });
  afterAll(() => market.close());

  const support = asUser('usr_support', { scopes: ['support'] });
  const erp = asClient('key_one', shopId, ['catalog:write']);
  const otherErp = asClient('key_two', otherShopId, ['catalog:write']);

  it.each([
    ['a guest', undefined, false],
    ['a buyer', buyer, false],
    ['another shop', otherEditor, false],
    ['the ERP of another shop', otherErp, false],
    ['the shop', editor, true],
    ["the shop's ERP", erp, true],
    ['support', support, true],
    ['an admin', admin, true],
  ])('%s asking for a draft, as entity, by id, and by its variant', async (_who, as, seen) => {
    const refs = [
      { __typename: 'Product', id: draft.id },
      { __typename: 'ProductVariant', id: draft.variantId },
    ];
    const byId = await market.answer<{ product: unknown }>(
      'query ($id: ID!) { product(id: $id) { id } }',
      { id: draft.id },
      { as },
    );
    expect([...(await entities(refs, as)), byId.product].map((answer) => answer !== null)).toEqual([seen, seen, seen]);
  });

  it('missing, malformed and forbidden ids look the same', async () => {
    const refs = [draft.id, 'prd_00000000000000000000000000', 'no-id', "'; drop table product; --", 'prd_\u0000'].map(
      (id) => ({ __typename: 'Product', id }),
    );
    expect(await entities(refs, buyer)).toEqual([null, null, null, null, null]);
  });

  it("shows the ERP's id and stock by place to the shop alone", async () => {
    const refs = [
      { __typename: 'Product', id: shown.id },
      { __typename: 'ProductVariant', id: shown.variantId },
    ];
    expect(await entities(refs, buyer)).toEqual([
      { id: shown.id, externalId: null, status: 'ACTIVE' },
      { id: shown.variantId, stockLevels: null },
    ]);
    expect(await entities(refs, editor)).toEqual([
      { id: shown.id, externalId: 'shown', status: 'ACTIVE' },
      { id: shown.variantId, stockLevels: [{ onHand: 3 }] },
    ]);
  });

  it.each([
    ['query ($shop: ID!) { shopProducts(shopId: $shop) { nodes { id } } }', {}],
    ['query ($shop: ID!) { productByExternalId(shopId: $shop, externalId: "hidden") { id } }', {}],
    [
      'mutation ($shop: ID!, $input: ProductInput!) { productSet(input: { shopId: $shop, product: $input }) { change } }',
      { input: productInput('cat_x') },
    ],
    [
      'mutation ($shop: ID!) { setStock(input: { shopId: $shop, lines: [{ sku: "shown", onHand: 1 }] }) { variants { id } } }',
      {},
    ],
    [
      'mutation ($shop: ID!) { adjustStock(input: { idempotencyKey: "12345678", shopId: $shop, lines: [{ sku: "shown", delta: 1 }] }) { replayed } }',
      {},
    ],
    ['mutation ($shop: ID!) { createStockLocation(input: { shopId: $shop, name: "x" }) { location { id } } }', {}],
  ])('refuses strangers %s', async (query, variables) => {
    const codes = await Promise.all(
      [otherEditor, buyer, otherErp, undefined].map(
        async (as) =>
          (await market.ask(query, { shop: shopId, ...variables }, { as })).errors?.[0]?.extensions?.['code'],
      ),
    );
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED']);
  });

  it("refuses to archive another shop's product without telling more than everybody knows", async () => {
    const archive = 'mutation ($id: ID!) { archiveProduct(input: { productId: $id }) { product { id } } }';
    const codeFor = async (id: string, as: typeof editor) =>
      (await market.ask(archive, { id }, { as })).errors?.[0]?.extensions?.['code'];
    expect([
      await codeFor(shown.id, otherEditor),
      await codeFor(draft.id, otherEditor),
      await codeFor('prd_none', otherEditor),
    ]).toEqual(['FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it("takes no line with another shop's variant or location", async () => {
    const own = await market.answer<{ createStockLocation: { location: { id: string } } }>(
      'mutation ($shop: ID!) { createStockLocation(input: { shopId: $shop, name: "Cellar" }) { location { id } userErrors { code } } }',
      { shop: otherShopId },
      { as: otherEditor },
    );
    const lines = [
      { variantId: shown.variantId, onHand: 0 },
      { sku: 'shown', onHand: 0, locationId: own.createStockLocation.location.id },
    ];
    const call =
      'mutation ($input: SetStockInput!) { setStock(input: $input) { variants { id } userErrors { code field } } }';
    expect(
      await market.answer(call, { input: { shopId: otherShopId, lines: lines.slice(0, 1) } }, { as: otherEditor }),
    ).toEqual({ setStock: { variants: [], userErrors: [{ code: 'UNKNOWN_VARIANT', field: ['lines', '0'] }] } });
    expect(await market.answer(call, { input: { shopId, lines: lines.slice(1) } }, { as: editor })).toEqual({
      setStock: { variants: [], userErrors: [{ code: 'UNKNOWN_LOCATION', field: ['lines', '0', 'locationId'] }] },
    });
  });

  it('keeps internal operations for the contexts they are meant for', async () => {
    const reserve =
      'mutation { reserveStock(input: { reference: "x", ttlSeconds: 60, lines: [] }) { reservation { id } } }';
    const codes = await Promise.all(
      [admin, editor, search, undefined].map(
        async (as) => (await market.ask(reserve, {}, { as })).errors?.[0]?.extensions?.['code'],
      ),
    );
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(
      (await market.ask('{ searchDocuments(ids: []) { productId } }', {}, { as: orders })).errors?.[0]?.extensions?.[
        'code'
      ],
    ).toBe('FORBIDDEN');
  });

  it('refuses tree changes to everybody but admins', async () => {
    const call =
      'mutation ($names: [LocalisedTextInput!]!) { createCategory(input: { names: $names }) { category { id } } }';
    const codes = await Promise.all(
      [editor, buyer, undefined].map(
        async (as) => (await market.ask(call, { names: en('x') }, { as })).errors?.[0]?.extensions?.['code'],
      ),
    );
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED']);
  });

  it('hides and uncounts the goods of a shop that closes, and brings them back when it opens', async () => {
    const look = async () => {
      const data = await market.answer<{
        category: { productCount: number; products: { nodes: unknown[] } };
        product: unknown;
        _entities: [{ products: { nodes: unknown[] } }];
      }>(
        `query ($category: ID!, $product: ID!, $refs: [_Any!]!) { category(id: $category) { productCount products { nodes { id } } } product(id: $product) { id }
          _entities(representations: $refs) { ... on Shop { products { nodes { id } } } } }`,
        { category: categoryId, product: shown.id, refs: [{ __typename: 'Shop', id: shopId }] },
        { as: buyer },
      );
      const [quote] = await market.quote([shown.variantId]);
      return [
        data.category.productCount,
        data.category.products.nodes.length,
        data.product !== null,
        data._entities[0].products.nodes.length,
        quote?.['status'],
      ];
    };
    const change = async (status: 'ACTIVE' | 'CLOSED', version: number) => {
      Object.assign(market.shops[shopId] as object, { status });
      await market.deliver(shopUpdated, {
        aggregateId: shopId,
        aggregateVersion: version,
        payload: { shopId, slug: 'one', name: 'One', status: status === 'ACTIVE' ? 'active' : 'closed' },
      });
    };
    expect(await look()).toEqual([1, 1, true, 1, 'ON_SALE']);
    await change('CLOSED', 2);
    await change('CLOSED', 3);
    expect(await look()).toEqual([0, 0, false, 0, 'SHOP_CLOSED']);
    await market.runSweep('fold-category-counts');
    await change('ACTIVE', 4);
    expect(await look()).toEqual([1, 1, true, 1, 'ON_SALE']);
  });

  it('reads 20 products with price, stock and category in as many statements as one', async () => {
    for (let n = 0; n < 20; n += 1) await set(`many-${n}`, 'ACTIVE');
    const counted = vi.spyOn(market.database.sql, 'unsafe');
    const statements = async (first: number): Promise<number> => {
      counted.mockClear();
      const data = await market.answer<{ shopProducts: { nodes: unknown[] } }>(
        `query ($shop: ID!, $first: Int!) { shopProducts(shopId: $shop, first: $first) { nodes { title priceRange { min { formatted } } attributes { name } category { name ancestors { name } productCount }
          variants(first: 5) { nodes { sku price { amountMinor } available stockLevels { onHand } options { value { label } } } totalCount } } } }`,
        { shop: shopId, first },
        { as: editor },
      );
      expect(data.shopProducts.nodes).toHaveLength(first);
      return counted.mock.calls.length;
    };
    const forOne = await statements(1);
    expect(forOne).toBeGreaterThan(3);
    expect(await statements(20)).toBe(forOne);
    counted.mockRestore();
  });

  it('reads the first products of several shops and categories in as many statements as of one', async () => {
    const other = await market.category('Garden');
    const counted = vi.spyOn(market.database.sql, 'unsafe');
    const statements = async (...shops: string[]): Promise<number> => {
      counted.mockClear();
      await market.answer(
        `query ($refs: [_Any!]!, $one: [_Any!]!) { a: _entities(representations: $refs) { ... on Shop { products(first: 2) { nodes { title } } } }
          b: _entities(representations: $one) { ... on Category { products(first: 2) { nodes { title } } children { name } } } }`,
        {
          refs: shops.map((id) => ({ __typename: 'Shop', id })),
          one: (shops.length > 1 ? [categoryId, other] : [categoryId]).map((id) => ({ __typename: 'Category', id })),
        },
        { as: buyer },
      );
      return counted.mock.calls.length;
    };
    expect(await statements(shopId, otherShopId)).toBe(await statements(shopId));
    counted.mockRestore();
  });

  it('pages through a shop forwards and backwards without losing or repeating a product', async () => {
    const call =
      'query ($shop: ID!, $first: Int, $after: String, $last: Int, $before: String) { shopProducts(shopId: $shop, first: $first, after: $after, last: $last, before: $before) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }';
    type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; startCursor: string; endCursor: string } };
    const read = async (args: object) =>
      (await market.answer<{ shopProducts: Page }>(call, { shop: shopId, ...args }, { as: editor })).shopProducts;
    const all = (await read({ first: 100 })).nodes.map(({ id }) => id);
    const walked: string[] = [];
    for (let page = await read({ first: 7 }); ; page = await read({ first: 7, after: page.pageInfo.endCursor })) {
      walked.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(walked).toEqual(all);
    const last = await read({ last: 5 });
    expect((await read({ last: 5, before: last.pageInfo.startCursor })).nodes.map(({ id }) => id)).toEqual(
      all.slice(-10, -5),
    );
    const foreign = await market.ask(
      call,
      { shop: shopId, first: 1, after: Buffer.from('["\\u0000"]').toString('base64url') },
      { as: editor },
    );
    expect(foreign.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
