import { orderCreated } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket, orders, productInput, shopId } from './market.ts';

describe('reservations', () => {
  let market: Market;
  let categoryId: string;
  let made = 0;

  /** A variant of its own for each test, with units to start from. */
  const variant = async (units: number, threshold?: number): Promise<string> => {
    made += 1;
    const shown = await market.product(
      productInput(categoryId, {
        externalId: `p-${made}`,
        variants: [{ sku: `S-${made}`, priceMinor: '1000', initialOnHand: units, lowStockThreshold: threshold }],
      }),
    );
    return shown.variants.nodes[0]?.id ?? '';
  };
  const orderMade = (reference: string) =>
    market.deliver(orderCreated, {
      aggregateId: `ord_of_${reference}_${made}`,
      aggregateVersion: 1,
      payload: {
        orderId: 'ord_1',
        groupId: reference,
        shopId,
        buyerId: null,
        number: 'V-1',
        paymentId: 'pay_1',
        reservationId: 'rsv_1',
        paymentTerms: 'prepaid',
        currency: 'EUR',
        totalMinor: '1000',
        deliveryMinor: '0',
        taxMinor: '0',
        lines: [],
      },
    });

  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
  });
  afterAll(() => market.close());

  it('hold units, sum lines of one variant, and take them off hand at commit', async () => {
    const id = await variant(10);
    const held = await market.reserve('grp_sum', [
      { variantId: id, quantity: 2 },
      { variantId: id, quantity: 3 },
    ]);
    expect(held.reservation).toMatchObject({ state: 'HELD', lines: [{ variantId: id, quantity: 5 }] });
    expect(await market.stockOf(id)).toEqual([{ onHand: 10, reserved: 5, available: 5 }]);
    const committed = await market.commit('grp_sum');
    expect(committed.reservation).toMatchObject({ state: 'COMMITTED', expiresAt: null });
    expect(await market.stockOf(id)).toEqual([{ onHand: 5, reserved: 0, available: 5 }]);
  });

  it('hold all lines or none, and say which variants are short by how much', async () => {
    const [plenty, scarce] = [await variant(10), await variant(1)];
    const refused = await market.reserve('grp_short', [
      { variantId: plenty, quantity: 2 },
      { variantId: scarce, quantity: 2 },
    ]);
    expect(refused).toMatchObject({
      reservation: null,
      userErrors: [
        {
          __typename: 'ReservationOutOfStock',
          code: 'OUT_OF_STOCK',
          field: ['lines', '1', 'quantity'],
          variantId: scarce,
          requested: 2,
          available: 1,
        },
      ],
    });
    expect(await market.stockOf(plenty)).toEqual([{ onHand: 10, reserved: 0, available: 10 }]);
  });

  it('made twice under one reference hold once; other lines under it are refused', async () => {
    const id = await variant(10);
    const first = await market.reserve('grp_twice', [{ variantId: id, quantity: 4 }]);
    const second = await market.reserve('grp_twice', [
      { variantId: id, quantity: 1 },
      { variantId: id, quantity: 3 },
    ]);
    expect(second.reservation?.id).toBe(first.reservation?.id);
    const other = await market.reserve('grp_twice', [{ variantId: id, quantity: 5 }]);
    expect(other.userErrors).toMatchObject([{ code: 'REFERENCE_REUSED' }]);
    expect(await market.stockOf(id)).toEqual([{ onHand: 10, reserved: 4, available: 6 }]);
  });

  it('expire by the clock before any sweep has come by, and others get the units', async () => {
    const id = await variant(1);
    await market.reserve('grp_slow', [{ variantId: id, quantity: 1 }], 60);
    market.clock.advance(60_000);
    expect(await market.quote([id])).toMatchObject([{ variantId: id, available: 1 }]);
    expect((await market.commit('grp_slow')).userErrors).toMatchObject([{ code: 'RESERVATION_GONE' }]);
    expect((await market.reserve('grp_quick', [{ variantId: id, quantity: 1 }])).reservation).toMatchObject({
      state: 'HELD',
    });
    expect((await market.extend('grp_slow')).userErrors).toMatchObject([{ code: 'RESERVATION_GONE' }]);
    expect(await market.stockOf(id)).toEqual([{ onHand: 1, reserved: 1, available: 0 }]);
  });

  it('are settled by the sweep when their time is over', async () => {
    const id = await variant(5);
    await market.reserve('grp_swept', [{ variantId: id, quantity: 5 }], 60);
    await market.extend('grp_swept', 120);
    market.clock.advance(90_000);
    await market.runSweep('expire-reservations');
    expect(await market.stockOf(id)).toEqual([{ onHand: 5, reserved: 5, available: 0 }]);
    market.clock.advance(60_000);
    await market.runSweep('expire-reservations');
    const [row] = await market.database.sql`select reserved from stock where variant_id = ${id}`;
    expect(row).toEqual({ reserved: 0 });
  });

  it('released give units back once, however often; committed ones cannot be released', async () => {
    const id = await variant(5);
    await market.reserve('grp_back', [{ variantId: id, quantity: 2 }]);
    await market.release('grp_back');
    expect((await market.release('grp_back')).reservation).toMatchObject({ state: 'RELEASED' });
    expect((await market.commit('grp_back')).userErrors).toMatchObject([{ code: 'RESERVATION_GONE' }]);
    await market.reserve('grp_sold', [{ variantId: id, quantity: 2 }]);
    await market.commit('grp_sold');
    await market.commit('grp_sold');
    expect((await market.release('grp_sold')).userErrors).toMatchObject([{ code: 'ALREADY_COMMITTED' }]);
    expect(await market.stockOf(id)).toEqual([{ onHand: 3, reserved: 0, available: 3 }]);
  });

  it('of an unknown reference: release is harmless, commit and extend are refused', async () => {
    expect(await market.release('grp_never')).toEqual({ reservation: null, userErrors: [] });
    expect((await market.commit('grp_never')).userErrors).toMatchObject([{ code: 'UNKNOWN_REFERENCE' }]);
    expect((await market.extend('grp_never')).userErrors).toMatchObject([{ code: 'UNKNOWN_REFERENCE' }]);
  });

  it('bound by their order have no end any more, even when the news comes late', async () => {
    const id = await variant(5);
    await market.reserve('grp_bound', [{ variantId: id, quantity: 2 }], 60);
    await orderMade('grp_bound');
    market.clock.advance(3_600_000);
    await orderMade('grp_bound');
    await market.runSweep('expire-reservations');
    expect((await market.reserve('grp_bound', [{ variantId: id, quantity: 2 }])).reservation).toMatchObject({
      state: 'BOUND',
      expiresAt: null,
    });
    expect((await market.commit('grp_bound')).reservation).toMatchObject({ state: 'COMMITTED' });
  });

  it('stay committed when the order is announced after the commit, and released after a release', async () => {
    const id = await variant(5);
    await market.reserve('grp_early', [{ variantId: id, quantity: 1 }]);
    await market.commit('grp_early');
    await orderMade('grp_early');
    await market.reserve('grp_undone', [{ variantId: id, quantity: 1 }]);
    await market.release('grp_undone');
    await orderMade('grp_undone');
    expect(await market.stockOf(id)).toEqual([{ onHand: 4, reserved: 0, available: 4 }]);
  });

  it('can be asked about by reference, for a caller that lost the answer', async () => {
    const id = await variant(5);
    await market.reserve('grp_lost', [{ variantId: id, quantity: 1 }], 60);
    const ask = async (reference: string) =>
      (
        await market.answer<{ reservationByReference: unknown }>(
          'query ($r: ID!) { reservationByReference(reference: $r) { state lines { quantity } } }',
          { r: reference },
          { as: orders },
        )
      ).reservationByReference;
    expect(await ask('grp_lost')).toEqual({ state: 'HELD', lines: [{ quantity: 1 }] });
    market.clock.advance(60_000);
    expect(await ask('grp_lost')).toEqual({ state: 'EXPIRED', lines: [{ quantity: 1 }] });
    expect(await ask('grp_nobody')).toBeNull();
  });

  it('tell the shop once when a variant runs low, runs out and is back', async () => {
    const id = await variant(10, 4);
    const said = async () =>
      (await market.published())
        .filter(({ aggregateId }) => aggregateId === id)
        .map(({ name, payload }) => [name, payload['available']]);
    await market.reserve('grp_low', [{ variantId: id, quantity: 6 }]);
    await market.reserve('grp_lower', [{ variantId: id, quantity: 1 }]);
    await market.reserve('grp_out', [{ variantId: id, quantity: 3 }]);
    await market.release('grp_out');
    expect(await said()).toEqual([
      ['inventory.low', 4],
      ['inventory.out', 0],
      ['inventory.restocked', 3],
    ]);
  });

  it('are put back on hand by a return, once per reference', async () => {
    const id = await variant(5);
    await market.reserve('grp_return', [{ variantId: id, quantity: 3 }]);
    await market.commit('grp_return');
    const restock = (quantity: number) =>
      market.answer<{ restockLines: unknown }>(
        'mutation ($input: RestockLinesInput!) { restockLines(input: $input) { restocked userErrors { code } } }',
        { input: { reference: 'ord_return', lines: [{ variantId: id, quantity }] } },
        { as: orders },
      );
    expect(await restock(3)).toEqual({ restockLines: { restocked: true, userErrors: [] } });
    expect(await restock(3)).toEqual({ restockLines: { restocked: true, userErrors: [] } });
    expect(await restock(2)).toEqual({
      restockLines: { restocked: false, userErrors: [{ code: 'REFERENCE_REUSED' }] },
    });
    expect(await market.stockOf(id)).toEqual([{ onHand: 5, reserved: 0, available: 5 }]);
  });
});
