import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { address, checkout, emptyCart, fillCart, type Good, goodsOf, type Placed, rubleShops } from './shopping.ts';

interface Followed {
  readonly order: { readonly status: string };
}

let buyer: Client;
let owner: Client;
let admin: Client;
const goods: Good[][] = [];

beforeAll(async () => {
  buyer = await signIn('buyer@vitrina.example');
  owner = await signIn('owner@vitrina.example');
  admin = await signIn('admin@vitrina.example');
  for (const slug of rubleShops) goods.push(await goodsOf(client(), slug));
});

const good = (shop: number, index = 0): Good => {
  const found = goods[shop]?.[index];
  if (!found) throw new Error('The demo shop is empty.');
  return found;
};

const statusOf = async (asker: Client, groupId: string) => {
  const { orderGroup } = await asker.ask<{
    orderGroup: { status: string; orders: { id: string; status: string; escrow: { state: string } | null }[] } | null;
  }>('query ($id: ID!) { orderGroup(id: $id) { status orders { id status escrow { state } } } }', { id: groupId });
  return orderGroup;
};

const shipAll = async (group: NonNullable<Placed['group']>): Promise<void> => {
  for (const order of group.orders) {
    const { shipOrder } = await owner.ask<{ shipOrder: { order: { status: string }; userErrors: unknown[] } }>(
      'mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { order { status } userErrors { code message } } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          orderId: order.id,
          carrier: 'Почта России',
          trackingNumber: 'RA644000001RU',
        },
      },
    );
    expect(shipOrder).toEqual({ order: { status: 'SHIPPED' }, userErrors: [] });
  }
};

const newCart = async (asker: Client): Promise<{ id: string; secret: string | null }> => {
  const { createCart } = await asker.ask<{ createCart: { cart: { id: string }; secret: string | null } }>(
    'mutation { createCart { cart { id } secret } }',
  );
  return { id: createCart.cart.id, secret: createCart.secret };
};

describe('a purchase from two shops', () => {
  it('is paid, followed live over three subgraphs, shipped by each shop, and balances in the ledger', async () => {
    const cart = { id: await emptyCart(buyer) };
    await fillCart(buyer, cart.id, [
      { variantId: good(0).variantId, quantity: 2 },
      { variantId: good(1).variantId, quantity: 1 },
    ]);
    const placed = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId: cart.id,
      payment: { providerToken: 'pm_card_visa' },
    });
    expect(placed.userErrors).toEqual([]);
    expect(placed.status).toBe('CONFIRMED');
    if (!placed.group) throw new Error('No group.');
    expect(new Set(placed.group.orders.map(({ shop }) => shop.id))).toEqual(new Set([good(0).shopId, good(1).shopId]));

    await eventually(
      () => statusOf(buyer, placed.group?.id ?? ''),
      (group) => group?.orders.every(({ status }) => status === 'PAID') ?? false,
    );
    const escrowStates = async () =>
      (await statusOf(buyer, placed.group?.id ?? ''))?.orders.map(({ escrow }) => escrow?.state);
    await eventually(escrowStates, (states) => states?.join() === 'HELD,HELD');

    const events = buyer.subscribe<{
      orderStatusChanged: Followed & { order: { shop: { name: string }; lines: { variant: { available: number } }[] } };
    }>(
      'subscription ($id: ID!) { orderStatusChanged(groupId: $id, afterVersion: 0) { version entry { status } order { id status shop { name } lines { title variant { available price { amountMinor } } } } } }',
      { id: placed.group.id },
    );
    const first = await events.next();
    expect(first.orderStatusChanged.order.shop.name.length).toBeGreaterThan(0);
    await shipAll(placed.group);
    let shipped = 0;
    while (shipped < 2) if ((await events.next()).orderStatusChanged.order.status === 'SHIPPED') shipped += 1;
    await events.close();

    const { ledgerBalances } = await admin.ask<{
      ledgerBalances: { accounts: unknown[]; totals: { amountMinor: string; currency: string }[] };
    }>('{ ledgerBalances { accounts { kind } totals { amountMinor currency } } }');
    expect(ledgerBalances.accounts.length).toBeGreaterThan(0);
    expect(ledgerBalances.totals).toContainEqual({ amountMinor: '0', currency: 'RUB' });
    expect(ledgerBalances.totals.filter(({ amountMinor }) => amountMinor !== '0')).toEqual([]);
  });

  it('answers a repeated checkout with the first outcome and charges once', async () => {
    const cart = { id: await emptyCart(buyer) };
    await fillCart(buyer, cart.id, [{ variantId: good(0, 1).variantId, quantity: 1 }]);
    const input = { idempotencyKey: randomUUID(), cartId: cart.id, payment: { providerToken: 'pm_card_visa' } };
    const first = await checkout(buyer, input);
    const again = await checkout(buyer, input);
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.group?.id).toBe(first.group?.id);
    const other = await buyer.try<never>('mutation ($input: CheckoutInput!) { checkout(input: $input) { status } }', {
      input: { ...input, payment: { providerToken: 'pm_card_chargeDeclined' } },
    });
    expect(other.errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('says why a card was declined, gives the stock back and leaves the cart as it was', async () => {
    const cart = { id: await emptyCart(buyer) };
    const chosen = good(0, 2);
    await fillCart(buyer, cart.id, [{ variantId: chosen.variantId, quantity: 1 }]);
    const declined = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId: cart.id,
      payment: { providerToken: 'pm_card_chargeDeclined' },
    });
    expect(declined.status).toBe('REFUSED');
    expect(declined.userErrors[0]).toMatchObject({ code: expect.stringMatching(/DECLINED/) });
    const available = async () => {
      const { node } = await buyer.ask<{ node: { available: number } }>(
        'query ($id: ID!) { node(id: $id) { ... on ProductVariant { available } } }',
        { id: chosen.variantId },
      );
      return node.available;
    };
    await eventually(available, (left) => left === chosen.available);
    const { cart: kept } = await buyer.ask<{ cart: { lines: unknown[] } }>(
      'query ($id: ID!) { cart(id: $id) { lines { id } } }',
      { id: cart.id },
    );
    expect(kept.lines).toHaveLength(1);
  });

  it('waits for the bank’s check and goes on when it is passed', async () => {
    const cart = { id: await emptyCart(buyer) };
    await fillCart(buyer, cart.id, [{ variantId: good(1, 1).variantId, quantity: 1 }]);
    const placed = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId: cart.id,
      payment: { providerToken: 'pm_card_threeDSecure2Required', returnUrl: 'https://shop.example/back' },
    });
    expect(placed.status).toBe('REQUIRES_ACTION');
    const challenge = placed.action?.redirectUrl;
    if (!challenge) throw new Error('No challenge.');
    const page = await (await fetch(challenge)).text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '';
    const approve = /name="([^"]+)"[^>]*value="([^"]+)"[^>]*>\s*Approve/i.exec(page);
    await fetch(new URL(action.replaceAll('&amp;', '&'), challenge), {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: approve ? `${approve[1]}=${approve[2]}` : '',
    });
    await eventually(
      () => statusOf(buyer, placed.group?.id ?? ''),
      (group) => group?.orders.every(({ status }) => status === 'PAID') ?? false,
    );
  });

  it('is possible for a guest, who alone can see it with the cart’s secret', async () => {
    const { id, secret } = await newCart(client());
    if (!secret) throw new Error('A guest gets a secret.');
    const guest = client({ cartSecret: secret });
    await fillCart(guest, id, [{ variantId: good(0, 3).variantId, quantity: 1 }]);
    const placed = await checkout(guest, {
      idempotencyKey: randomUUID(),
      cartId: id,
      contactEmail: 'guest@example.com',
      payment: { providerToken: 'pm_card_visa' },
    });
    expect(placed.userErrors).toEqual([]);
    const seen = await guest.ask<{ orderGroup: { number: string } | null }>(
      'query ($id: ID!) { orderGroup(id: $id) { number } }',
      { id: placed.group?.id },
    );
    expect(seen.orderGroup?.number).toBe(placed.group?.number);
    for (const stranger of [client(), buyer]) {
      const { orderGroup, node } = await stranger.ask<{ orderGroup: null; node: null }>(
        'query ($id: ID!) { orderGroup(id: $id) { number } node(id: $id) { id } }',
        { id: placed.group?.id },
      );
      expect([orderGroup, node]).toEqual([null, null]);
    }
  });

  it('can be paid on delivery: shipped first, paid when it arrives', async () => {
    const cart = { id: await emptyCart(buyer) };
    await fillCart(buyer, cart.id, [{ variantId: good(1, 2).variantId, quantity: 1 }]);
    const { cart: options } = await buyer.ask<{
      cart: { shops: { shop: { id: string }; deliveryOptions: { methodId: string; paymentOnDelivery: boolean }[] }[] };
    }>('query ($id: ID!) { cart(id: $id) { shops { shop { id } deliveryOptions { methodId paymentOnDelivery } } } }', {
      id: cart.id,
    });
    const choices = options.shops.map(({ shop, deliveryOptions }) => ({
      shopId: shop.id,
      methodId: deliveryOptions.find((option) => option.paymentOnDelivery)?.methodId,
    }));
    await buyer.ask(
      'mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) { userErrors { code message } } }',
      { input: { cartId: cart.id, address, choices } },
    );
    const placed = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId: cart.id,
      payment: { terms: 'ON_DELIVERY' },
    });
    expect(placed.userErrors).toEqual([]);
    expect(placed.group?.orders[0]?.status).toBe('CONFIRMED');
    if (!placed.group) throw new Error('No group.');
    await shipAll(placed.group);
    const { markDelivered } = await owner.ask<{ markDelivered: { userErrors: unknown[] } }>(
      'mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { userErrors { code message } } }',
      {
        input: { idempotencyKey: randomUUID(), orderId: placed.group.orders[0]?.id },
      },
    );
    expect(markDelivered.userErrors).toEqual([]);
    await eventually(
      () =>
        buyer.ask<{ order: { paymentStatus: string } }>('query ($id: ID!) { order(id: $id) { paymentStatus } }', {
          id: placed.group?.orders[0]?.id,
        }),
      ({ order }) => order.paymentStatus === 'PAID',
    );
  });
});
