import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, client, signIn } from './client.ts';
import { checkout, emptyCart, fillCart, goodsOf, rubleShops } from './shopping.ts';

/** Sub-requests the gateway has sent so far, by subgraph. */
const fetchesSoFar = async (): Promise<Map<string, number>> => {
  const text = await (await fetch(`${inject('market').gateway}/metrics`)).text();
  const counts = new Map<string, number>();
  for (const [, labels, value] of text.matchAll(/^vitrina_gateway_subgraph_seconds_count\{([^}]*)\} (\d+)/gm)) {
    const name = /subgraph="([^"]+)"/.exec(labels ?? '')?.[1] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + Number(value));
  }
  return counts;
};

const countFetches = async (work: () => Promise<unknown>): Promise<Record<string, number>> => {
  const before = await fetchesSoFar();
  await work();
  const after = await fetchesSoFar();
  return Object.fromEntries(
    [...after]
      .map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
};

const page = `query Page($first: Int!) {
  search(query: "harry potter", first: $first) {
    nodes { product { title priceRange { min { amountMinor } } variants(first: 3) { nodes { available } } category { name } shop { name slug }
      images { url(width: 320) srcset thumbhash alt } } }
  }
}`;

let buyer: Client;
beforeAll(async () => {
  buyer = await signIn('buyer@vitrina.example');
});

describe('the number of sub-requests does not depend on how much is on the page', () => {
  it('for a page of search results with product, pictures, stock, category and shop', async () => {
    await client().ask(page, { first: 2 });
    const small = await countFetches(() => client().ask(page, { first: 2 }));
    const large = await countFetches(() => client().ask(page, { first: 20 }));
    expect(large).toEqual(small);
    expect(large).toEqual({ search: 1, catalog: 1, seller: 1 });
  });

  it('for a cart and for an order with goods of two shops', async () => {
    const cartId = await emptyCart(buyer);
    const goods = (await Promise.all(rubleShops.map((slug) => goodsOf(client(), slug)))).flatMap((found) =>
      found.slice(6, 9),
    );
    await fillCart(
      buyer,
      cartId,
      goods.map(({ variantId }) => ({ variantId, quantity: 1 })),
    );
    const cart = await countFetches(() =>
      buyer.ask(
        'query ($id: ID!) { cart(id: $id) { lines { quantity product { title } variant { sku available } shop { name } } } }',
        { id: cartId },
      ),
    );
    expect(Object.values(cart).every((count) => count <= 2)).toBe(true);
    const placed = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId,
      payment: { providerToken: 'pm_card_visa' },
    });
    const group = await countFetches(() =>
      buyer.ask(
        'query ($id: ID!) { orderGroup(id: $id) { payment { state } orders { shop { name } escrow { state } lines { variant { sku available product { title } } } } } }',
        { id: placed.group?.id },
      ),
    );
    expect(group).toMatchObject({ orders: 1, seller: 1 });
    expect(Object.values(group).every((count) => count <= 2)).toBe(true);
  });
});

describe('a subscription', () => {
  it('shows what fields of other subgraphs hold at each event, not what they held before', async () => {
    const owner = await signIn('owner@vitrina.example');
    const [good] = (await goodsOf(client(), rubleShops[1])).slice(-1);
    if (!good) throw new Error('The demo shop is empty.');
    const cartId = await emptyCart(buyer);
    await fillCart(buyer, cartId, [{ variantId: good.variantId, quantity: 1 }]);
    const placed = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId,
      payment: { providerToken: 'pm_card_visa' },
    });
    const order = placed.group?.orders.find(({ shop }) => shop.id === good.shopId);
    const read = 'query ($id: ID!) { order(id: $id) { version status } }';
    const settled = async () =>
      (await buyer.ask<{ order: { version: number; status: string } }>(read, { id: order?.id })).order;
    while ((await settled()).status !== 'PAID') await new Promise((resolve) => setTimeout(resolve, 50));
    const events = buyer.subscribe<{
      orderStatusChanged: { order: { status: string; lines: { variant: { id: string; available: number } }[] } };
    }>(
      'subscription ($id: ID!, $after: Int) { orderStatusChanged(orderId: $id, afterVersion: $after) { order { status lines { variant { id available } } } } }',
      { id: order?.id, after: 0 },
    );
    const availableOf = (event: Awaited<ReturnType<typeof events.next>>) =>
      event.orderStatusChanged.order.lines.find(({ variant }) => variant.id === good.variantId)?.variant.available;
    const first = availableOf(await events.next());
    const onHand = (first ?? 0) + 41;
    await owner.ask('mutation ($input: SetStockInput!) { setStock(input: $input) { userErrors { code } } }', {
      input: { shopId: good.shopId, lines: [{ variantId: good.variantId, onHand }] },
    });
    await owner.ask('mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { userErrors { code } } }', {
      input: { idempotencyKey: randomUUID(), orderId: order?.id },
    });
    let event = await events.next();
    while (event.orderStatusChanged.order.status !== 'SHIPPED') event = await events.next();
    expect(availableOf(event)).toBe(onHand);
    await events.close();
  });
});
