import type { Identity } from '@vitrina/platform/auth';
import { anonymous } from '@vitrina/platform/auth';
import { asGuest, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cartFields, openSetting, type Setting } from './setting.ts';

interface Cart {
  id: string;
  version: number;
  lines: {
    id: string;
    quantity: number;
    variant: { id: string };
    priceSeen: { amountMinor: string };
    priceNow: { amountMinor: string } | null;
    available: number;
  }[];
}

describe('a cart', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const cartOf = async (as: Identity, id?: string) =>
    (await s.data<{ cart: Cart | null }>(`query ($id: ID) { cart(id: $id) { ${cartFields} } }`, { id }, as)).cart;
  const change = async (as: Identity, name: string, type: string, input: Record<string, unknown>) =>
    (
      await s.data<Record<string, { cart: Cart | null; userErrors: { code: string }[] }>>(
        `mutation ($input: ${type}!) { ${name}(input: $input) { cart { ${cartFields} } userErrors { code } } }`,
        { input },
        as,
      )
    )[name];
  const quantity = (as: Identity, cartId: string, lineId: string, units: number) =>
    change(as, 'setCartLineQuantity', 'SetCartLineQuantityInput', { cartId, lineId, quantity: units });

  it('belongs to whoever holds the secret, which is shown once', async () => {
    const guest = await s.guest();
    expect(guest.secret).toMatch(/^[\w-]{32}$/);
    expect(await cartOf(guest.as, guest.cartId)).toMatchObject({ id: guest.cartId });
    expect(await cartOf(asGuest('another'), guest.cartId)).toBeNull();
    const again = await s.data<{ createCart: { cart: { id: string }; secret: string | null } }>(
      'mutation { createCart { secret cart { id } } }',
      {},
      guest.as,
    );
    expect(again.createCart).toEqual({ secret: null, cart: { id: guest.cartId } });
    expect(JSON.stringify(await s.sql`select * from cart where id = ${guest.cartId}`)).not.toContain(guest.secret);
  });

  it('is not made under a secret somebody made up', async () => {
    const variantId = await s.variant();
    expect(await change(asGuest('1234'), 'addToCart', 'AddToCartInput', { variantId })).toMatchObject({
      cart: null,
      userErrors: [{ code: 'NO_CART' }],
    });
    const { createCart } = await s.data<{ createCart: { secret: string | null } }>(
      'mutation { createCart { secret cart { id } } }',
      {},
      asGuest('1234'),
    );
    expect(createCart.secret).not.toBeNull();
  });

  it('is made for a signed-in person by the first thing put into it, once', async () => {
    const { as } = await s.person();
    const [one, two] = [await s.variant(), await s.variant()];
    const [first, second] = await Promise.all([s.add(as, one), s.add(as, two)]);
    expect(first.id).toBe(second.id);
    expect((await cartOf(as))?.lines).toHaveLength(2);
  });

  it('adds up units of one variant and takes 1 to 999 of each', async () => {
    const { as, cartId } = await s.guest();
    const variantId = await s.variant();
    await s.add(as, variantId, 2);
    const cart = await s.add(as, variantId, 3);
    expect((await cartOf(as))?.lines).toMatchObject([{ quantity: 5, variant: { id: variantId } }]);
    const lineId = cart.lines[0]?.id ?? '';
    for (const units of [0, -1, 1_000, 2_147_483_647])
      expect(await quantity(as, cartId, lineId, units)).toMatchObject({ userErrors: [{ code: 'INVALID_QUANTITY' }] });
    expect(await change(as, 'addToCart', 'AddToCartInput', { variantId, quantity: 995 })).toMatchObject({
      userErrors: [{ code: 'INVALID_QUANTITY' }],
    });
    expect(await quantity(as, cartId, lineId, 999)).toMatchObject({
      userErrors: [],
      cart: { lines: [{ quantity: 999 }] },
    });
    expect(await quantity(as, cartId, 'cln_none', 1)).toMatchObject({ userErrors: [{ code: 'LINE_UNKNOWN' }] });
  });

  it('loses lines that are taken out, and does not mind those that are gone', async () => {
    const { as, cartId } = await s.guest();
    const cart = await s.add(as, await s.variant());
    const lineIds = [cart.lines[0]?.id ?? '', 'cln_none', "'; drop table cart; --"];
    expect(await change(as, 'removeFromCart', 'RemoveFromCartInput', { cartId, lineIds })).toMatchObject({
      userErrors: [],
      cart: { lines: [] },
    });
    expect(await change(as, 'removeFromCart', 'RemoveFromCartInput', { cartId, lineIds })).toMatchObject({
      userErrors: [],
    });
  });

  it('refuses what is not sold', async () => {
    const { as } = await s.guest();
    expect(await change(as, 'addToCart', 'AddToCartInput', { variantId: '🛒\u0000' })).toMatchObject({
      userErrors: [{ code: 'NOT_FOR_SALE' }],
    });
  });

  it('warns of changed prices and short stock, and takes the new prices when told so', async () => {
    const { as, cartId } = await s.guest();
    const variantId = await s.variant({ price: 1_000 });
    await s.add(as, variantId, 5);
    await s.sql`update double.variant set price = 1300, on_hand = 2 where id = ${variantId}`;
    const query = `{ cart { totals { total { amountMinor } } warnings { __typename code lineId ... on CartPriceWarning { was { amountMinor } now { amountMinor } } ... on CartStockWarning { requested available } } } }`;
    expect(await s.data(query, {}, as)).toMatchObject({
      cart: {
        totals: { total: { amountMinor: '5000' } },
        warnings: [
          { __typename: 'CartPriceWarning', was: { amountMinor: '1000' }, now: { amountMinor: '1300' } },
          { __typename: 'CartStockWarning', requested: 5, available: 2 },
        ],
      },
    });
    const other = await s.variant({ price: 700 });
    await s.add(as, other);
    await s.sql`update double.variant set price = 650 where id = ${other}`;
    expect(await change(as, 'acceptCartPrices', 'AcceptCartPricesInput', { cartId })).toMatchObject({
      cart: { lines: [{ priceSeen: { amountMinor: '1300' } }, { priceSeen: { amountMinor: '650' } }] },
    });
  });

  it('shows each shop’s part with its delivery options and what the whole costs', async () => {
    const { as, cartId } = await s.guest();
    await s.add(as, await s.variant({ price: 1_190 }));
    await s.add(as, await s.variant({ shop: 'shp_b', price: 595 }), 2);
    await s.deliverTo(as, cartId, {
      address: { name: 'A', line1: 'B', city: 'C', country: 'DE' },
      choices: [{ shopId: 'shp_b', methodId: 'dlv_courier_shp_b' }],
    });
    const query =
      '{ cart { destination { city } totals { goods { amountMinor } delivery { amountMinor } tax { amountMinor } taxAdded { amountMinor } total { amountMinor } } shops { shop { id } deliveryOptions { methodId } delivery { methodId } } } }';
    expect(await s.data(query, {}, as)).toMatchObject({
      cart: {
        totals: {
          goods: { amountMinor: '2380' },
          delivery: { amountMinor: '1480' },
          tax: { amountMinor: '616' },
          taxAdded: { amountMinor: '0' },
          total: { amountMinor: '3860' },
        },
        shops: [
          { shop: { id: 'shp_a' }, delivery: { methodId: 'dlv_post_shp_a' } },
          { shop: { id: 'shp_b' }, delivery: { methodId: 'dlv_courier_shp_b' } },
        ],
      },
    });
    const { group } = await s.checkout(as, cartId);
    expect(group?.totals.total.amountMinor).toBe('3860');
  });

  it('asks for an address it can deliver to, field by field', async () => {
    const { as, cartId } = await s.guest();
    const answer = await s.deliverTo(as, cartId, { address: { name: ' ', line1: 'B', city: '', country: 'DE' } });
    expect(answer.setCartDelivery.userErrors).toEqual([{ code: 'ADDRESS_INCOMPLETE' }, { code: 'ADDRESS_INCOMPLETE' }]);
    expect((await s.deliverTo(as, cartId, { addressId: 'adr_1' })).setCartDelivery.userErrors).toEqual([
      { code: 'ADDRESS_UNKNOWN' },
    ]);
  });

  describe('filled before signing in', () => {
    const guestAndPerson = async () => {
      const guest = await s.guest();
      const person = await s.person();
      const both: Identity = { ...person.as, cartKey: guest.as.cartKey };
      return { guest, person, both };
    };

    it('becomes the person’s when they have none', async () => {
      const { guest, person, both } = await guestAndPerson();
      await s.add(guest.as, await s.variant(), 2);
      expect(await change(both, 'attachCart', 'AttachCartInput', { cartId: guest.cartId })).toMatchObject({
        cart: { id: guest.cartId, lines: [{ quantity: 2 }] },
      });
      expect((await cartOf(person.as))?.id).toBe(guest.cartId);
      expect(await cartOf(guest.as, guest.cartId)).toBeNull();
    });

    it('is added to the person’s own, up to the limit', async () => {
      const { guest, person, both } = await guestAndPerson();
      const [shared, extra] = [await s.variant(), await s.variant()];
      await s.add(guest.as, shared, 600);
      await s.add(guest.as, extra);
      const own = await s.add(person.as, shared, 600);
      const merged = await change(both, 'attachCart', 'AttachCartInput', { cartId: guest.cartId });
      expect(merged?.cart?.id).toBe(own.id);
      expect(merged?.cart?.lines.map((line) => [line.variant.id, line.quantity]).sort()).toEqual(
        [
          [shared, 999],
          [extra, 1],
        ].sort(),
      );
    });

    it('brings what fits into a full cart: goods that are there already add up, the others stay behind', async () => {
      const { guest, person, both } = await guestAndPerson();
      const [shared, extra] = [await s.variant(), await s.variant()];
      await s.add(guest.as, extra);
      await s.add(guest.as, shared, 2);
      const own = await s.add(person.as, shared, 3);
      await s.sql`
        insert into cart_line (id, cart_id, variant_id, product_id, shop_id, quantity, price_seen_minor, currency)
        select 'cln_full_' || n, ${own.id}, 'var_full_' || n, 'prd', 'shp_a', 1, 100, 'EUR' from generate_series(1, 199) n`;
      await change(both, 'attachCart', 'AttachCartInput', { cartId: guest.cartId });
      const rows = await s.sql`
        select variant_id, quantity from cart_line where cart_id = ${own.id} and variant_id in (${shared}, ${extra})`;
      expect(rows).toEqual([{ variant_id: shared, quantity: 5 }]);
    });

    it('is taken along by the first thing the person adds, once', async () => {
      const { guest, both } = await guestAndPerson();
      await s.add(guest.as, await s.variant(), 2);
      const variantId = await s.variant();
      await Promise.all([s.add(both, variantId), s.add(both, variantId)]);
      expect((await cartOf(both))?.lines.map((line) => line.quantity).sort()).toEqual([2, 2]);
    });

    it('is not somebody else’s to take', async () => {
      const { guest } = await guestAndPerson();
      const answer = await s.ask(
        'mutation ($input: AttachCartInput!) { attachCart(input: $input) { cart { id } } }',
        { input: { cartId: guest.cartId } },
        { as: asUser('usr_thief') },
      );
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
      const nobody = await s.ask(
        'mutation ($input: AttachCartInput!) { attachCart(input: $input) { cart { id } } }',
        { input: { cartId: guest.cartId } },
        { as: anonymous },
      );
      expect(nobody.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    });
  });

  it('stays readable, with its order, after it was bought; the guest gets a new one under the same secret', async () => {
    const { as, cartId } = await s.guest();
    await s.add(as, await s.variant());
    await s.deliverTo(as, cartId);
    const { group } = await s.checkout(as, cartId);
    expect(await s.data('query ($id: ID!) { cart(id: $id) { status orderGroup { id } } }', { id: cartId }, as)).toEqual(
      { cart: { status: 'ORDERED', orderGroup: { id: group?.id } } },
    );
    expect(await change(as, 'acceptCartPrices', 'AcceptCartPricesInput', { cartId })).toMatchObject({
      userErrors: [{ code: 'CART_ORDERED' }],
    });
    const { createCart } = await s.data<{ createCart: { cart: { id: string }; secret: string | null } }>(
      'mutation { createCart { secret cart { id } } }',
      {},
      as,
    );
    expect(createCart.secret).toBeNull();
    expect(createCart.cart.id).not.toBe(cartId);
  });
});
