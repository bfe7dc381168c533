import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { checkout, emptyCart, fillCart, goodsOf, rubleShops } from './shopping.ts';

let owner: Client;
let editor: Client;
let buyer: Client;
/** A shop the editor does not work in, with one of its goods. */
let elsewhere: { readonly shopId: string; readonly productId: string; readonly variantId: string };

beforeAll(async () => {
  owner = await signIn('owner@vitrina.example');
  editor = await signIn('editor@vitrina.example');
  buyer = await signIn('buyer@vitrina.example');
  const { viewer } = await editor.ask<{ viewer: { memberships: { shop: { id: string } }[] } }>(
    '{ viewer { memberships { shop { id } } } }',
  );
  const own = new Set(viewer.memberships.map(({ shop }) => shop.id));
  const { shops } = await client().ask<{ shops: { nodes: { id: string; slug: string }[] } }>(
    '{ shops(first: 50) { nodes { id slug } } }',
  );
  for (const { id, slug } of shops.nodes) {
    if (own.has(id)) continue;
    const [good] = await goodsOf(client(), slug);
    if (good) {
      elsewhere = good;
      break;
    }
  }
});

const codeOf = (answer: { errors?: readonly { extensions?: Readonly<Record<string, unknown>> }[] }): unknown =>
  answer.errors?.[0]?.extensions?.['code'];

describe('who may do what', () => {
  it('keeps every mutation of another shop from its staff', async () => {
    const { shopId, productId, variantId } = elsewhere;
    const idempotencyKey = randomUUID();
    const attempts: [string, Record<string, unknown>][] = [
      [
        'mutation ($input: ArchiveProductInput!) { archiveProduct(input: $input) { userErrors { code } } }',
        { productId },
      ],
      [
        'mutation ($input: SetStockInput!) { setStock(input: $input) { userErrors { code } } }',
        { shopId, lines: [{ variantId, onHand: 0 }] },
      ],
      [
        'mutation ($input: AdjustStockInput!) { adjustStock(input: $input) { userErrors { code } } }',
        { idempotencyKey, shopId, lines: [{ variantId, delta: -1 }] },
      ],
      [
        'mutation ($input: UpdateShopInput!) { updateShop(input: $input) { userErrors { code } } }',
        { shopId, expectedVersion: 1, name: 'Mine now' },
      ],
      ['mutation ($input: CloseShopInput!) { closeShop(input: $input) { userErrors { code } } }', { shopId }],
      [
        'mutation ($input: AddShopStaffInput!) { addShopStaff(input: $input) { userErrors { code } } }',
        { shopId, email: 'editor@vitrina.example', role: 'OWNER' },
      ],
      [
        'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { userErrors { code } } }',
        { shopId, name: 'x', scopes: ['orders:read'] },
      ],
      [
        'mutation ($input: RemoveDeliveryMethodInput!) { removeDeliveryMethod(input: $input) { userErrors { code } } }',
        { shopId, code: 'standard' },
      ],
    ];
    for (const [document, input] of attempts) {
      const answer = await editor.try<Record<string, { userErrors?: { code: string }[] } | null>>(document, { input });
      const refusal = codeOf(answer) ?? Object.values(answer.data ?? {})[0]?.userErrors?.[0]?.code;
      expect(refusal, document).toMatch(/FORBIDDEN|NOT_FOUND|UNKNOWN/);
    }
    const after = await owner.ask<{ shop: { name: string; status: string } }>(
      'query ($id: ID!) { shop(id: $id) { name status } }',
      { id: shopId },
    );
    expect(after.shop.status).toBe('ACTIVE');
    expect(after.shop.name).not.toBe('Mine now');
  });

  it('keeps orders from everybody but their buyer, their shop and those who help', async () => {
    const [good] = await goodsOf(client(), rubleShops[0]);
    const cartId = await emptyCart(buyer);
    await fillCart(buyer, cartId, [{ variantId: good?.variantId ?? '', quantity: 1 }]);
    const placed = await checkout(buyer, {
      idempotencyKey: randomUUID(),
      cartId,
      payment: { providerToken: 'pm_card_visa' },
    });
    const orderId = placed.group?.orders[0]?.id;
    const read = 'query ($id: ID!) { order(id: $id) { number } node(id: $id) { id } nodes(ids: [$id]) { id } }';
    const hidden = { order: null, node: null, nodes: [null] };
    expect(await client().ask(read, { id: orderId })).toEqual(hidden);
    const events = client().subscribe('subscription ($id: ID!) { orderStatusChanged(orderId: $id) { version } }', {
      id: orderId,
    });
    await expect(events.next()).rejects.toThrow();
    const ship = await editor.try<{ shipOrder: { userErrors: { code: string }[] } | null }>(
      'mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { userErrors { code } } }',
      { input: { idempotencyKey: randomUUID(), orderId } },
    );
    expect(codeOf(ship) ?? ship.data.shipOrder?.userErrors[0]?.code).toMatch(/FORBIDDEN|NOT_FOUND/);
  });

  it('refuses tokens that are unknown, and says what to do', async () => {
    const answer = await client({ accessToken: 'eyJhbGciOiJFUzI1NiJ9.e30.nope' }).try('{ viewer { id } }');
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('sees a signed-out session everywhere within a second', async () => {
    const leaving = await signIn('support@vitrina.example');
    expect((await leaving.try('{ viewer { id } }')).errors).toBeUndefined();
    const { viewer } = await leaving.ask<{ viewer: { sessions: { id: string; current: boolean }[] } }>(
      '{ viewer { sessions { id current } } }',
    );
    const sessionId = viewer.sessions.find(({ current }) => current)?.id;
    await leaving.ask(
      'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { userErrors { code } } }',
      { input: { sessionId } },
    );
    const before = Date.now();
    await eventually(
      () => leaving.try('{ viewer { id } }'),
      (answer) => codeOf(answer) === 'UNAUTHENTICATED',
      15_000,
    );
    expect(Date.now() - before).toBeLessThan(10_000);
  });

  it('shows internal operations to nobody', async () => {
    for (const document of [
      'mutation { reserveStock(input: { reference: "x", ttlSeconds: 1, lines: [] }) { __typename } }',
      '{ userContacts(ids: ["usr_1"]) { email } }',
    ]) {
      expect(codeOf(await owner.try(document))).toMatch(/VALIDATION|BAD_USER_INPUT/);
    }
  });
});

describe('an ERP with an API key', () => {
  const hashOf = (room: string, name: string): string =>
    createHash('sha256')
      .update(readFileSync(new URL(`../../../schema/operations/${room}/${name}.graphql`, import.meta.url), 'utf8'))
      .digest('hex');
  const persisted = (name: string, variables: object) => ({
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('erp', name) } },
  });

  it('runs the registered operations of its shop and scopes, by hash, and nothing else', async () => {
    const { shopBySlug } = await client().ask<{ shopBySlug: { id: string } }>(
      'query ($slug: String!) { shopBySlug(slug: $slug) { id } }',
      { slug: rubleShops[0] },
    );
    const { createApiClient } = await owner.ask<{ createApiClient: { key: string; apiClient: { id: string } } }>(
      'mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { key apiClient { id } userErrors { code } } }',
      { input: { shopId: shopBySlug.id, name: '1C', scopes: ['orders:read'] } },
    );
    const erp = client({ accessToken: createApiClient.key });
    const own = await erp.send<{ shop: { orders: { nodes: unknown[] } } }>(
      persisted('ErpShopOrders', { shopId: shopBySlug.id, first: 5 }),
    );
    expect(own.errors).toBeUndefined();
    expect(Array.isArray(own.data.shop.orders.nodes)).toBe(true);
    expect(codeOf(await erp.send(persisted('ErpShopOrders', { shopId: elsewhere.shopId, first: 5 })))).toBe(
      'FORBIDDEN',
    );
    expect(codeOf(await erp.send(persisted('SetStock', { input: { shopId: shopBySlug.id, lines: [] } })))).toBe(
      'FORBIDDEN',
    );
    expect(codeOf(await erp.try('{ shops { nodes { id } } }'))).toBe('OPERATION_NOT_REGISTERED');
    expect(
      codeOf(
        await erp.send({
          extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('storefront', 'Search') } },
          variables: { query: 'x' },
        }),
      ),
    ).toBe('OPERATION_NOT_REGISTERED');
    await owner.ask(
      'mutation ($input: RevokeApiClientInput!) { revokeApiClient(input: $input) { userErrors { code } } }',
      { input: { shopId: shopBySlug.id, clientId: createApiClient.apiClient.id } },
    );
    await eventually(
      () => erp.send(persisted('ErpShopOrders', { shopId: shopBySlug.id, first: 5 })),
      (answer) => codeOf(answer) === 'UNAUTHENTICATED',
      15_000,
    );
  });
});
