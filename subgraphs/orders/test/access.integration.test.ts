import type { Identity } from '@vitrina/platform/auth';
import { anonymous } from '@vitrina/platform/auth';
import { asClient, asService, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

describe('who may see and do what', () => {
  let s: Setting;
  let buyer: { id: string; as: Identity };
  let cartId: string;
  let groupId: string;
  let orderId: string;

  beforeAll(async () => {
    s = await openSetting();
    buyer = await s.person();
    cartId = (await s.add(buyer.as, await s.variant())).id;
    await s.add(buyer.as, await s.variant({ shop: 'shp_b' }));
    const { group } = await s.checkout(buyer.as, cartId, { payment: { terms: 'ON_DELIVERY' } });
    groupId = group?.id ?? '';
    orderId = group?.orders.find(({ shop }) => shop.id === 'shp_a')?.id ?? '';
    await s.add(buyer.as, await s.variant());
    cartId = (await s.data<{ cart: { id: string } }>('{ cart { id } }', {}, buyer.as)).cart.id;
  });
  afterAll(() => s.close());

  const strangers: [string, () => Identity][] = [
    ['nobody', () => anonymous],
    ['another buyer', () => asUser('usr_other')],
    ['staff of the other shop', () => asUser('usr_b', { shops: { shp_b: ['orders:read', 'orders:fulfil'] } })],
    ['an API client of the other shop', () => asClient('key_b', 'shp_b', ['orders:read', 'orders:fulfil'])],
    ['staff of the shop without a right to orders', () => asUser('usr_c', { shops: { shp_a: ['catalog:write'] } })],
  ];

  it.each(strangers)('hides an order, its group and a cart from %s, by every way to ask', async (_, as) => {
    const query = `query ($orderId: ID!, $groupId: ID!, $cartId: ID!) {
      order(id: $orderId) { id } orderGroup(id: $groupId) { id } cart(id: $cartId) { id }
      _entities(representations: [{ __typename: "Order", id: "${orderId}" }, { __typename: "OrderGroup", id: "${groupId}" }, { __typename: "Cart", id: "${cartId}" }]) { __typename }
    }`;
    expect(await s.data(query, { orderId, groupId, cartId }, as())).toEqual({
      order: null,
      orderGroup: null,
      cart: null,
      _entities: [null, null, null],
    });
  });

  it.each(strangers)('does not let %s follow it, saying what it says of orders that do not exist', async (_, as) => {
    for (const variables of [{ groupId }, { orderId }, { groupId: 'grp_none' }]) {
      const answer = await s.subscribe(
        'subscription ($groupId: ID, $orderId: ID) { orderStatusChanged(groupId: $groupId, orderId: $orderId) { version } }',
        variables,
        { as: as() },
      );
      expect('errors' in answer && answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });

  it.each(['shipOrder', 'confirmDelivery', 'markDelivered', 'cancelOrder'])(
    'refuses %s to everybody who may not see the order, as if it did not exist',
    async (name) => {
      for (const [who, as] of strangers.slice(1)) {
        const hidden = await s.command(as(), name, { orderId });
        const missing = await s.command(as(), name, { orderId: 'ord_none' });
        expect([who, hidden.error]).toEqual([who, missing.error]);
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(hidden.error);
      }
      expect((await s.group(buyer.as, groupId))?.orders.map(({ status }) => status)).toEqual([
        'CONFIRMED',
        'CONFIRMED',
      ]);
    },
  );

  it('refuses shipping to the buyer and to staff who may only read', async () => {
    expect((await s.command(buyer.as, 'shipOrder', { orderId })).error).toBe('FORBIDDEN');
    const reader = asUser('usr_fin', { shops: { shp_a: ['orders:read'] } });
    expect((await s.command(reader, 'shipOrder', { orderId })).error).toBe('FORBIDDEN');
    expect((await s.command(reader, 'cancelOrder', { orderId })).error).toBe('FORBIDDEN');
  });

  it.each([
    ['addToCart', 'AddToCartInput', { variantId: 'var_x', quantity: 1 }],
    ['setCartLineQuantity', 'SetCartLineQuantityInput', { lineId: 'cln_x', quantity: 1 }],
    ['removeFromCart', 'RemoveFromCartInput', { lineIds: ['cln_x'] }],
    ['acceptCartPrices', 'AcceptCartPricesInput', {}],
    ['setCartDelivery', 'SetCartDeliveryInput', { choices: [] }],
  ])('refuses %s on somebody else’s cart', async (name, type, input) => {
    const variantId = await s.variant();
    const given = { cartId, ...input, ...('variantId' in input && { variantId }) };
    const answer = await s.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { cart { id } userErrors { code } } }`,
      { input: given },
      { as: asUser('usr_other') },
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });

  it('refuses to buy somebody else’s cart', async () => {
    const answer = await s.ask(
      'mutation ($input: CheckoutInput!) { checkout(input: $input) { status } }',
      { input: { idempotencyKey: 'a-key-of-mine', cartId, payment: { providerToken: 'tok_ok' } } },
      { as: asUser('usr_other') },
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });

  it('shows the shop its own part and not the other shop’s', async () => {
    const staff = asUser('usr_a', { shops: { shp_a: ['orders:read', 'orders:fulfil'] } });
    const query = `query ($id: ID!) { order(id: $id) { id group { id } availableActions deliveryAddress { city } lines { title } } }`;
    expect(await s.data(query, { id: orderId }, staff)).toMatchObject({
      order: { id: orderId, group: null, availableActions: ['SHIP', 'CANCEL'] },
    });
  });

  it('shows the shop no draft', async () => {
    await s.sql`update shop_order set status = 'DRAFT' where id = ${orderId}`;
    const staff = asUser('usr_a', { shops: { shp_a: ['orders:read'] } });
    expect(await s.data('query ($id: ID!) { order(id: $id) { id } }', { id: orderId }, staff)).toEqual({ order: null });
    await s.sql`update shop_order set status = 'CONFIRMED' where id = ${orderId}`;
  });

  it.each([
    ['another shop’s staff', asUser('usr_b', { shops: { shp_b: ['orders:read'] } })],
    ['an API client of another shop', asClient('key_b', 'shp_b', ['orders:read'])],
    ['a buyer', asUser('usr_other')],
  ])('refuses a shop’s orders to %s', async (_, as) => {
    const answer = await s.ask(
      '{ _entities(representations: [{ __typename: "Shop", id: "shp_a" }]) { ... on Shop { orders { nodes { id } } } } }',
      {},
      { as },
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('lists a person’s own orders and nobody else’s', async () => {
    const query = '{ viewerOrders { totalCount nodes { id } } }';
    expect(await s.data(query, {}, buyer.as)).toMatchObject({ viewerOrders: { totalCount: 2 } });
    expect(await s.data(query, {}, asUser('usr_other'))).toEqual({ viewerOrders: { totalCount: 0, nodes: [] } });
  });

  it('shows support everything and lets it do nothing', async () => {
    const support = asUser('usr_support', { scopes: ['support'] });
    expect(
      await s.data('query ($id: ID!) { order(id: $id) { id availableActions } }', { id: orderId }, support),
    ).toEqual({ order: { id: orderId, availableActions: [] } });
    expect((await s.command(support, 'cancelOrder', { orderId })).error).toBe('FORBIDDEN');
  });

  it('tells messaging, and nobody else, between whom an order is', async () => {
    const query = 'query ($ids: [ID!]!) { orderParties(ids: $ids) { orderId number shopId buyerId } }';
    const ids = [orderId, 'ord_none'];
    expect(await s.data(query, { ids }, asService('messaging'))).toEqual({
      orderParties: [{ orderId, number: expect.any(String), shopId: 'shp_a', buyerId: buyer.id }],
    });
    for (const as of [buyer.as, asService('search')]) {
      expect((await s.ask(query, { ids }, { as })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});

describe('the machinery of purchases', () => {
  let s: Setting;
  const admin = asUser('usr_admin', { scopes: ['admin'] });
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const sagaQuery =
    'query ($groupId: ID!) { saga(groupId: $groupId) { id name state step journal { step direction outcome } groupId } }';
  const bought = async () => {
    const { as } = await s.person();
    const cart = await s.add(as, await s.variant());
    return (await s.checkout(as, cart.id)).group?.id ?? '';
  };

  it('can be read by admins step by step, and by nobody else', async () => {
    const groupId = await bought();
    expect(await s.data(sagaQuery, { groupId }, admin)).toMatchObject({
      saga: {
        name: 'orders.checkout',
        state: 'DONE',
        step: null,
        groupId,
        journal: ['reserve', 'authorise', 'confirm', 'capture', 'commit'].map((step) => ({
          step,
          direction: 'FORWARD',
          outcome: 'DONE',
        })),
      },
    });
    for (const as of [asUser('usr_x'), asUser('usr_s', { scopes: ['support'] }), anonymous]) {
      expect((await s.ask(sagaQuery, { groupId }, { as })).errors?.[0]?.extensions?.['code']).toMatch(
        /FORBIDDEN|UNAUTHENTICATED/,
      );
    }
  });

  it('is listed when it is stuck, and set going again with a reason', async () => {
    const groupId = await bought();
    await s.sql`update kit.saga_instance set state = 'STUCK', step = 'commit', next_run_at = null, ended_at = null, last_error = 'Broken.' where subject = ${groupId}`;
    await s.sql`delete from kit.saga_journal where step = 'commit' and instance_id = (select id from kit.saga_instance where subject = ${groupId})`;
    const { stuckSagas } = await s.data<{ stuckSagas: { nodes: { id: string; lastError: string }[] } }>(
      '{ stuckSagas(first: 5) { nodes { id lastError } pageInfo { hasNextPage } } }',
      {},
      admin,
    );
    expect(stuckSagas.nodes).toMatchObject([{ lastError: 'Broken.' }]);
    const resume =
      'mutation ($input: ResumeSagaInput!) { resumeSaga(input: $input) { saga { state } userErrors { code } } }';
    const sagaId = stuckSagas.nodes[0]?.id;
    expect(await s.data(resume, { input: { sagaId, reason: ' ' } }, admin)).toMatchObject({
      resumeSaga: { saga: null, userErrors: [{ code: 'REASON_REQUIRED' }] },
    });
    expect(await s.data(resume, { input: { sagaId, reason: 'Catalogue was repaired.' } }, admin)).toEqual({
      resumeSaga: { saga: { state: 'DONE' }, userErrors: [] },
    });
    expect(await s.sql`select actor, reason, state_before from kit.saga_intervention`).toMatchObject([
      { actor: 'user:usr_admin', reason: 'Catalogue was repaired.', state_before: 'STUCK' },
    ]);
    expect(await s.data(resume, { input: { sagaId, reason: 'Once more.' } }, admin)).toMatchObject({
      resumeSaga: { userErrors: [{ code: 'SAGA_ENDED' }] },
    });
  });
});
