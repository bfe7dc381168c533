import type { Identity } from '@vitrina/platform/auth';
import { asClient, asGuest, asService, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, type Placed, placed, type TestPart } from './harness.ts';

let market: PaymentsUnderTest;
let group: Placed;
let paymentId: string;
let first: TestPart;
let second: TestPart;
beforeAll(async () => {
  market = await bootPayments();
  group = placed(1_000, 400);
  [first, second] = group.parts as [TestPart, TestPart];
  paymentId = (await market.authorise(group)).payment?.id ?? '';
  await market.created(group);
  await market.capture(group);
});
afterAll(() => market.close());

const fields = 'id state amount { amountMinor } parts { order { id } amount { amountMinor } } failure { code }';
type Seen = {
  readonly amount: { readonly amountMinor: string };
  readonly parts: readonly { readonly order: { readonly id: string } }[];
} | null;

/** The same payment by every road that leads to it. */
const roads: Record<string, (as: Identity) => Promise<Seen>> = {
  'Query.payment': async (as) =>
    (
      await market.ask<{ payment: Seen }>(
        `query ($id: ID!) { payment(id: $id) { ${fields} } }`,
        { id: paymentId },
        { as },
      )
    ).data?.payment ?? null,
  'Payment reference': (as) => entity(as, { __typename: 'Payment', id: paymentId }, `... on Payment { ${fields} }`),
  'OrderGroup.payment': async (as) =>
    (
      (await entity(
        as,
        { __typename: 'OrderGroup', id: group.groupId },
        `... on OrderGroup { payment { ${fields} } }`,
      )) as { payment?: Seen } | null
    )?.payment ?? null,
};
const entity = async (as: Identity, representation: object, selection: string): Promise<Seen> => {
  const { data } = await market.ask<{ _entities: Seen[] }>(
    `query ($reps: [_Any!]!) { _entities(representations: $reps) { ${selection} } }`,
    { reps: [representation] },
    { as },
  );
  return data?._entities[0] ?? null;
};
const shopStaff = (part: TestPart, capability = 'payments:read') =>
  asUser('usr_staff', { shops: { [part.shopId]: [capability] } });

describe.each(Object.keys(roads))('a payment by %s', (road) => {
  const see = (as: Identity) => (roads[road] as (as: Identity) => Promise<Seen>)(as);

  it('is whole for its buyer, admins and support', async () => {
    for (const as of [
      asUser(group.buyerId),
      asUser('usr_a', { scopes: ['admin'] }),
      asUser('usr_s', { scopes: ['support'] }),
    ]) {
      expect(await see(as)).toMatchObject({ amount: { amountMinor: '1400' }, parts: [{}, {}] });
    }
  });

  it("is its own part for a shop's staff and API clients", async () => {
    for (const as of [shopStaff(first), asClient('key_1', first.shopId, ['payments:read'])]) {
      expect(await see(as)).toMatchObject({
        amount: { amountMinor: '1000' },
        parts: [{ order: { id: first.orderId } }],
      });
    }
  });

  it('does not exist for anybody else', async () => {
    const others = [
      asUser('usr_other'),
      asGuest('some-cart'),
      shopStaff(first, 'orders:read'),
      asClient('key_1', first.shopId, ['catalog:write']),
      asUser('usr_x', { shops: { shp_other: ['payments:read'] } }),
    ];
    for (const as of others) expect(await see(as)).toBeNull();
  });
});

describe('a guest’s payment', () => {
  it('is seen with the cart’s secret and not without', async () => {
    const bought = placed(300);
    const guest = asGuest('the-cart-secret');
    await market.authorise(bought, 'visa', { buyerId: null, guestKey: guest.cartKey });
    const see = async (as: Identity) =>
      (await entity(
        as,
        { __typename: 'OrderGroup', id: bought.groupId },
        `... on OrderGroup { payment { ${fields} } }`,
      )) as unknown as { payment: Seen };
    expect(await see(guest)).toMatchObject({ payment: { amount: { amountMinor: '300' } } });
    expect(await see(asGuest('another-cart'))).toEqual({ payment: null });
  });
});

describe('escrow and commission of an order', () => {
  const escrow = async (as: Identity) =>
    (
      (await entity(
        as,
        { __typename: 'Order', id: first.orderId },
        '... on Order { escrow { state commission { amount { amountMinor } } } }',
      )) as unknown as { escrow: { commission: unknown } | null }
    ).escrow;

  it('shows the buyer the state and keeps the commission between shop and market', async () => {
    expect(await escrow(asUser(group.buyerId))).toEqual({ state: 'HELD', commission: null });
    expect(await escrow(shopStaff(first))).toEqual({ state: 'HELD', commission: { amount: { amountMinor: '100' } } });
    expect(await escrow(shopStaff(second))).toBeNull();
    expect(await escrow(asUser('usr_other'))).toBeNull();
  });
});

describe('the books', () => {
  const shopDocument = `query ($reps: [_Any!]!) { _entities(representations: $reps) { ... on Shop {
    balance { currency inEscrow { amountMinor } payable { amountMinor } cashCollected { amountMinor } }
    ledger(first: 1) { nodes { fact pending amount { amountMinor } account { kind shop { id } order { id } } } pageInfo { hasNextPage endCursor } } } } }`;
  const shop = (as: Identity) =>
    market.ask<{ _entities: Record<string, unknown>[] }>(
      shopDocument,
      { reps: [{ __typename: 'Shop', id: first.shopId }] },
      { as },
    );

  it('show a shop its balance and its own entries only', async () => {
    const { data } = await shop(shopStaff(first));
    expect(data?._entities[0]).toEqual({
      balance: [
        {
          currency: 'EUR',
          inEscrow: { amountMinor: '1000' },
          payable: { amountMinor: '0' },
          cashCollected: { amountMinor: '0' },
        },
      ],
      ledger: {
        nodes: [
          {
            fact: 'CAPTURE',
            pending: false,
            amount: { amountMinor: '-1000' },
            account: { kind: 'ESCROW', shop: { id: first.shopId }, order: { id: first.orderId } },
          },
        ],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
    });
  });

  it.each([
    ['other staff', () => shopStaff(second)],
    ['the buyer', () => asUser(group.buyerId)],
    ['staff without the capability', () => shopStaff(first, 'orders:read')],
  ])('are closed to %s', async (_who, as) => {
    expect((await shop(as())).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('are an admin’s to read, page by page, and balance', async () => {
    const admin = asUser('usr_a', { scopes: ['admin'] });
    const document =
      'query ($after: String) { ledgerEntries(first: 3, after: $after) { nodes { id transactionId amount { amountMinor currency } } pageInfo { hasNextPage endCursor } } }';
    type Entries = {
      ledgerEntries: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data }: { data?: Entries | null } = await market.ask<Entries>(document, { after }, { as: admin });
      seen.push(...(data?.ledgerEntries.nodes.map(({ id }) => id) ?? []));
      more = data?.ledgerEntries.pageInfo.hasNextPage ?? false;
      after = data?.ledgerEntries.pageInfo.endCursor ?? null;
    }
    const [all] = await market.database.sql`select count(*)::int as n from posting`;
    expect(new Set(seen).size).toBe(all?.['n']);
    expect(seen).toEqual([...seen].sort().reverse());
    const { data } = await market.ask(
      '{ ledgerBalances { totals { amountMinor currency } accounts { kind posted { amountMinor } pending { amountMinor } } } }',
      {},
      { as: admin },
    );
    expect(data?.['ledgerBalances']).toMatchObject({ totals: [{ amountMinor: '0', currency: 'EUR' }] });
  });

  it('narrow to an order, an account and a transaction', async () => {
    const admin = asUser('usr_a', { scopes: ['admin'] });
    const list = async (filter: string) =>
      (
        await market.ask<{ ledgerEntries: { nodes: { transactionId: string; account: { id: string } }[] } }>(
          `{ ledgerEntries(${filter}) { nodes { transactionId account { id } } } }`,
          {},
          { as: admin },
        )
      ).data?.ledgerEntries.nodes ?? [];
    const ofOrder = await list(`orderId: "${first.orderId}"`);
    expect(ofOrder).toHaveLength(4);
    expect(await list(`transactionId: "${ofOrder[0]?.transactionId}"`)).toHaveLength(2);
    expect(await list(`accountId: "escrow:${first.orderId}:EUR"`)).toHaveLength(2);
  });

  it.each([['ledgerEntries { nodes { id } }'], ['ledgerBalances { totals { amountMinor } }']])(
    'keep %s from everybody but admins',
    async (field) => {
      for (const as of [asUser(group.buyerId), shopStaff(first), asUser('usr_s', { scopes: ['support'] })]) {
        expect((await market.ask(`{ ${field} }`, {}, { as })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
      expect((await market.ask(`{ ${field} }`)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    },
  );
});

describe('internal operations', () => {
  it('are refused to people and to contexts they are not meant for', async () => {
    const document =
      'mutation ($groupId: ID!) { capturePayment(input: { groupId: $groupId }) { userErrors { code } } }';
    for (const as of [
      asUser(group.buyerId),
      asUser('usr_a', { scopes: ['admin'] }),
      asService('catalog'),
      asGuest('cart'),
    ]) {
      expect((await market.ask(document, { groupId: group.groupId }, { as })).errors?.[0]?.extensions?.['code']).toBe(
        'FORBIDDEN',
      );
    }
  });
});
