import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { persist, postmasterPid, readDatabase } from './faults.ts';
import { address, checkoutDocument, type Good, goodsOf, type Placed, rubleShops } from './shopping.ts';

interface Group {
  readonly status: string;
  readonly version: number;
  readonly orders: readonly {
    readonly id: string;
    readonly status: string;
    readonly escrow: { state: string } | null;
  }[];
}

let owner: Client;
let admin: Client;
let goods: Good[];

beforeAll(async () => {
  owner = await signIn('owner@vitrina.example');
  admin = await signIn('admin@vitrina.example');
  goods = (await Promise.all(rubleShops.map((slug) => goodsOf(client(), slug)))).flat();
});

/** A guest who buys one good and repeats every step that was refused for now. */
const buyAsGuest = async (index: number) => {
  const email = `fault-${randomUUID()}@example.com`;
  let refused = 0;
  const step = async <T>(asker: Client, query: string, variables: object): Promise<T> => {
    const answer = await persist(() => asker.send<T>({ query, variables }));
    refused += answer.refused;
    return answer.data;
  };
  const { createCart } = await step<{ createCart: { cart: { id: string }; secret: string } }>(
    client(),
    'mutation { createCart { cart { id } secret } }',
    {},
  );
  const guest = client({ cartSecret: createCart.secret });
  const cartId = createCart.cart.id;
  const variantId = goods[index % goods.length]?.variantId;
  const add = 'mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { id } userErrors { message } } }';
  const deliver =
    'mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) { cart { id } userErrors { message } } }';
  await step(guest, add, { input: { cartId, variantId, quantity: 1 } });
  await step(guest, deliver, { input: { cartId, address } });
  const input = {
    idempotencyKey: randomUUID(),
    cartId,
    contactEmail: email,
    payment: { providerToken: 'pm_card_visa' },
  };
  const { checkout } = await step<{ checkout: Placed }>(guest, checkoutDocument, { input });
  expect(checkout.userErrors).toEqual([]);
  if (!checkout.group) throw new Error(`No group: ${JSON.stringify(checkout)}`);
  return { guest, email, groupId: checkout.group.id, refused };
};
type Bought = Awaited<ReturnType<typeof buyAsGuest>>;

const groupOf = async ({ guest, groupId }: Bought): Promise<Group | null> => {
  const query = 'query ($id: ID!) { orderGroup(id: $id) { status version orders { id status escrow { state } } } }';
  return (await persist(() => guest.send<{ orderGroup: Group | null }>({ query, variables: { id: groupId } }))).data
    .orderGroup;
};

const untilPaid = (bought: Bought) =>
  eventually(
    () => groupOf(bought),
    (group) => group?.orders.every(({ status, escrow }) => status === 'PAID' && escrow?.state === 'HELD') ?? false,
    30_000,
  );

const untilMailed = ({ email }: Bought) =>
  eventually(
    async () => (await fetch(`${inject('market').mail}/email`)).json() as Promise<{ to: { address: string }[] }[]>,
    (mails) => mails.some(({ to }) => to.some((receiver) => receiver.address === email)),
    30_000,
  );

const ship = (orderId: string) =>
  persist(() =>
    owner.send({
      query: 'mutation ($input: ShipOrderInput!) { shipOrder(input: $input) { userErrors { message } } }',
      variables: {
        input: { idempotencyKey: `ship-${orderId}`, orderId, carrier: 'Почта России', trackingNumber: 'RA644000001RU' },
      },
    }),
  );

/** Ends Postgres in the middle of purchases; resolves when it is up again under another process id. */
const endPostgres = async (signal: 'SIGKILL' | 'SIGINT'): Promise<number> => {
  const before = await postmasterPid();
  const since = Date.now();
  process.kill(before, signal);
  await eventually(
    () => postmasterPid().catch(() => before),
    (pid) => pid > 0 && pid !== before,
    60_000,
  );
  return Date.now() - since;
};

interface Followed {
  readonly orderStatusChanged: { readonly version: number; readonly order: { readonly status: string } };
}

const follow = ({ guest, groupId }: Bought, after: number) =>
  guest.subscribe<Followed>(
    'subscription ($id: ID!, $after: Int) { orderStatusChanged(groupId: $id, afterVersion: $after) { version order { status } } }',
    { id: groupId, after },
  );

/** Reads on; a subscription that an outage ended said so, and is taken up again after the last version seen. */
const followUntilShipped = async (bought: Bought, opened: ReturnType<typeof follow>): Promise<void> => {
  let events = opened;
  let seen = 0;
  for (let status = ''; status !== 'SHIPPED'; ) {
    try {
      const { version, order } = (await events.next()).orderStatusChanged;
      seen = version;
      status = order.status;
    } catch (error) {
      expect(JSON.stringify(error)).toContain('UNAVAILABLE');
      await events.close();
      events = follow(bought, seen);
    }
  }
  await events.close();
};

const judge = async (all: readonly Bought[]): Promise<void> => {
  const ids = all.map(({ groupId }) => `'${groupId}'`).join(',');
  const payments = await readDatabase<{ id: string; captured: string }>(
    'payments',
    `select id, captured_minor::text as captured from payment where group_id in (${ids})`,
  );
  expect(payments).toHaveLength(all.length);
  const unbalanced = await readDatabase(
    'payments',
    `select currency from posting group by currency having sum(amount_minor) <> 0`,
  );
  expect(unbalanced).toEqual([]);
  const books = (await (await fetch(`${inject('market').stripe}/_control/books`)).json()) as {
    intents: { metadata: Record<string, string>; timesCharged: number; capturedMinor: number }[];
  };
  for (const { id, captured } of payments) {
    const intents = books.intents.filter(({ metadata }) => metadata['paymentId'] === id);
    expect(intents.map(({ timesCharged, capturedMinor }) => [timesCharged, String(capturedMinor)])).toEqual([
      [1, captured],
    ]);
  }
  const { ledgerBalances } = await admin.ask<{ ledgerBalances: { totals: { amountMinor: string }[] } }>(
    '{ ledgerBalances { totals { amountMinor } } }',
  );
  expect(ledgerBalances.totals.filter(({ amountMinor }) => amountMinor !== '0')).toEqual([]);
};

describe.each([
  ['is killed', 'SIGKILL'],
  ['is stopped by an operator', 'SIGINT'],
] as const)('when Postgres %s under a running market', (_what, signal) => {
  it('callers are told to try again, and purchases, events, jobs and subscriptions go on without a restart', async () => {
    const before = await buyAsGuest(0);
    const paid = await untilPaid(before);
    const events = follow(before, 0);
    await events.next();

    const during = [1, 2, 3, 4, 5, 6].map(buyAsGuest);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const awayMs = await endPostgres(signal);
    expect(awayMs).toBeLessThan(60_000);
    const survived = await Promise.all(during);
    expect(survived.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(0);

    const after = await buyAsGuest(7);
    const all = [before, ...survived, after];
    for (const bought of all) {
      await untilPaid(bought);
      await untilMailed(bought);
    }
    for (const { id } of paid?.orders ?? []) await ship(id);
    await followUntilShipped(before, events);
    await judge(all);
    // Relays, consumers and the queue are through with everything: nothing waits for a restart.
    for (const context of ['orders', 'payments', 'catalog'])
      await eventually(
        () => readDatabase(context, 'select event_id from kit.outbox'),
        (rows) => rows.length === 0,
      );
  });
});
