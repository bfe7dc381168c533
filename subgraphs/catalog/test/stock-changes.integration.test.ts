import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, editor, type Market, openMarket, productInput, type Refused, shopId } from './market.ts';

describe('counting and adjusting stock', () => {
  let market: Market;
  let categoryId: string;
  let made = 0;
  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
  });
  afterAll(() => market.close());

  const variant = async (units: number) => {
    made += 1;
    const shown = await market.product(
      productInput(categoryId, {
        externalId: `p-${made}`,
        variants: [{ sku: `S-${made}`, priceMinor: '5', initialOnHand: units }],
      }),
    );
    return { id: shown.variants.nodes[0]?.id as string, sku: `S-${made}` };
  };
  const errors =
    'userErrors { __typename code field ... on StockConflict { onHand } ... on StockBelowReserved { onHand reserved } }';
  const setStock = async (...lines: object[]) =>
    (
      await market.answer<{ setStock: { variants: { available: number }[]; userErrors: Refused[] } }>(
        `mutation ($input: SetStockInput!) { setStock(input: $input) { variants { id available } ${errors} } }`,
        { input: { shopId, lines } },
        { as: editor },
      )
    ).setStock;
  const adjust = (idempotencyKey: string, ...lines: object[]) =>
    market.ask<{ adjustStock: { variants: { available: number }[]; userErrors: Refused[]; replayed: boolean } }>(
      `mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { variants { available } ${errors} replayed } }`,
      { input: { shopId, idempotencyKey, lines } },
      { as: editor },
    );

  it('sets what was counted, by id or SKU, all lines or none', async () => {
    const [one, two] = [await variant(1), await variant(1)];
    expect(
      (await setStock({ variantId: one.id, onHand: 7 }, { sku: two.sku, onHand: 0 })).variants.map(
        ({ available }) => available,
      ),
    ).toEqual([7, 0]);
    const refused = await setStock(
      { variantId: one.id, onHand: 9 },
      { sku: 'NOBODY', onHand: 1 },
      { variantId: one.id, sku: one.sku, onHand: 1 },
      { sku: one.sku, onHand: 2 },
    );
    expect(refused.userErrors.map(({ code, field }) => [code, field[1]])).toEqual([
      ['UNKNOWN_VARIANT', '1'],
      ['UNKNOWN_VARIANT', '2'],
      ['DUPLICATE_LINE', '3'],
    ]);
    expect(await market.stockOf(one.id)).toMatchObject([{ onHand: 7 }]);
  });

  it('refuses a count of something that changed meanwhile, and tells the present number', async () => {
    const { id } = await variant(5);
    expect((await setStock({ variantId: id, onHand: 9, expectedOnHand: 4 })).userErrors).toMatchObject([
      { __typename: 'StockConflict', onHand: 5, field: ['lines', '0', 'expectedOnHand'] },
    ]);
    expect((await setStock({ variantId: id, onHand: 9, expectedOnHand: 5 })).userErrors).toEqual([]);
  });

  it('refuses to go below what buyers are promised', async () => {
    const { id } = await variant(5);
    await market.reserve('grp_promise', [{ variantId: id, quantity: 4 }]);
    expect((await setStock({ variantId: id, onHand: 3 })).userErrors).toMatchObject([
      { __typename: 'StockBelowReserved', onHand: 5, reserved: 4 },
    ]);
    expect((await adjust('adjust-below', { variantId: id, delta: -2 })).data?.adjustStock.userErrors).toMatchObject([
      { code: 'BELOW_RESERVED' },
    ]);
    expect((await setStock({ variantId: id, onHand: 4 })).variants).toMatchObject([{ available: 0 }]);
  });

  it('adjusts once per key, however often it is sent', async () => {
    const { id } = await variant(5);
    const first = await adjust('adjust-once', { variantId: id, delta: 3 });
    const again = await adjust('adjust-once', { variantId: id, delta: 3 });
    expect([first.data?.adjustStock, again.data?.adjustStock]).toMatchObject([
      { replayed: false, variants: [{ available: 8 }] },
      { replayed: true, variants: [{ available: 8 }] },
    ]);
    const reused = await adjust('adjust-once', { variantId: id, delta: 4 });
    expect(reused.errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('loses none of fifty simultaneous adjustments', async () => {
    const { id } = await variant(0);
    await Promise.all(
      Array.from({ length: 50 }, (_, nth) => adjust(`adjust-many-${nth}`, { variantId: id, delta: 1 })),
    );
    expect(await market.stockOf(id)).toEqual([{ onHand: 50, reserved: 0, available: 50 }]);
  });

  it.each([
    ['negative units', { onHand: -1 }],
    ['more units than fit', { onHand: 1_000_000_001 }],
  ])('refuses %s', async (_name, numbers) => {
    const { id } = await variant(5);
    const result = await market.ask(
      'mutation ($input: SetStockInput!) { setStock(input: $input) { variants { id } } }',
      { input: { shopId, lines: [{ variantId: id, ...numbers }] } },
      { as: editor },
    );
    expect(result.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['input', 'lines', '0', 'onHand'],
    });
  });

  it('knows no stock of a shop that is not there, whoever asks', async () => {
    for (const mutation of [
      'setStock(input: { shopId: "shp_none", lines: [{ sku: "x", onHand: 1 }] })',
      'adjustStock(input: { idempotencyKey: "no-such-shop", shopId: "shp_none", lines: [{ sku: "x", delta: 1 }] })',
    ]) {
      const result = await market.ask(`mutation { ${mutation} { variants { id } } }`, {}, { as: admin });
      expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: ['input', 'shopId'] });
    }
  });

  it('keeps places apart, sells from all of them, and tells the shop when goods are back', async () => {
    const { id } = await variant(2);
    const { createStockLocation } = await market.answer<{ createStockLocation: { location: { id: string } } }>(
      'mutation ($shop: ID!) { createStockLocation(input: { shopId: $shop, name: "Cellar" }) { location { id isDefault } userErrors { code } } }',
      { shop: shopId },
      { as: editor },
    );
    await setStock({ variantId: id, onHand: 3, locationId: createStockLocation.location.id });
    expect((await market.reserve('grp_places', [{ variantId: id, quantity: 4 }])).reservation).toMatchObject({
      lines: [{ variantId: id, quantity: 4 }],
    });
    expect(await market.stockOf(id)).toEqual([
      { onHand: 2, reserved: 2, available: 0 },
      { onHand: 3, reserved: 2, available: 1 },
    ]);
    await market.commit('grp_places');
    await setStock({ variantId: id, onHand: 0, locationId: createStockLocation.location.id });
    await adjust('adjust-back', { variantId: id, delta: 6 });
    const said = (await market.published()).filter(({ aggregateId }) => aggregateId === id).map(({ name }) => name);
    expect(said).toEqual(['inventory.low', 'inventory.out', 'inventory.restocked']);
  });
});
