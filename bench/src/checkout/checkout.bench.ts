import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { ensureSeeded, homeOf, startEmbedded } from '../market/embedded-market.ts';
import { compare, type Round } from '../measure/compare.ts';
import { latencyOf, show, showSpread, spreadOf } from '../measure/numbers.ts';
import { processorMs } from '../measure/processor-time.ts';
import { fillCarts, type ReadyCart, stockUp } from './carts.ts';
import { createPlainCheckout } from './plain-checkout.ts';

const goods = 600;
const buyers = 32;
const shopsPerGroup = 2;
/** The figure: an order is what one shop delivers. */
const ordersAtLeastPerSecond = 50;
const patienceMs = 120_000;

const checkout = `mutation ($input: CheckoutInput!) {
  checkout(input: $input) { status group { id } userErrors { code message } } }`;
const follow = 'query ($id: ID!) { orderGroup(id: $id) { status } }';

/** Buys until the purchase is through; one that was only taken on within three seconds is followed to its end. */
const buy = async ({ id, guest }: ReadyCart): Promise<void> => {
  const input = {
    idempotencyKey: randomUUID(),
    cartId: id,
    contactEmail: 'anna@example.com',
    payment: { providerToken: 'pm_card_visa' },
  };
  const { checkout: answer } = await guest.ask<{
    checkout: { status: string; group: { id: string } | null; userErrors: unknown[] };
  }>(checkout, { input });
  let { status } = answer;
  while (status === 'PROCESSING') {
    await pause(100);
    const { orderGroup } = await guest.ask<{ orderGroup: { status: string } }>(follow, { id: answer.group?.id });
    status = orderGroup.status;
  }
  if (status !== 'CONFIRMED') throw new BenchFailed(`A purchase ended ${status}: ${JSON.stringify(answer)}`);
};

/** Does every piece of work once, a number at a time. */
const doAll = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<Omit<Round, 'cpuMsEach'>> => {
  const waiting = [...all];
  const latencies: number[] = [];
  const started = performance.now();
  const buyer = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const asked = performance.now();
      await work(one);
      latencies.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: buyers }, buyer));
  const { p50, p99 } = latencyOf(latencies);
  return { perSecond: (all.length * 1_000) / (performance.now() - started), p50Ms: p50, p99Ms: p99 };
};

const databaseOf = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
};

/** Judged from the rows: every order of this run is paid in the end, and the books balance. */
const assertPaid = async (server: string, since: Date, groups: number): Promise<number> => {
  const [orders, payments] = ['vitrina_orders', 'vitrina_payments'].map((name) =>
    postgres(databaseOf(server, name), { max: 1 }),
  ) as [postgres.Sql, postgres.Sql];
  const started = performance.now();
  try {
    for (;;) {
      const [row] = await orders<{ paid: number }[]>`
        select count(*)::int as paid from shop_order where payment_status = 'PAID' and placed_at >= ${since.toISOString()}::timestamptz`;
      if (row?.paid === groups * shopsPerGroup) break;
      if (performance.now() - started > patienceMs)
        throw new BenchFailed(`${row?.paid} of ${groups * shopsPerGroup} orders are paid.`);
      await pause(100);
    }
    const [books] = await payments<{ sum: string }[]>`select coalesce(sum(amount_minor), 0)::text as sum from posting`;
    if (books?.sum !== '0') throw new BenchFailed(`The ledger is off by ${books?.sum}.`);
    return performance.now() - started;
  } finally {
    await orders.end();
    await payments.end();
  }
};

const run = async (options: RunOptions) => {
  const { quick, tell, print } = options;
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, tell);
  const market = await startEmbedded({ home, goods });
  const { gateway, postgres: server, stripe } = market.addresses;
  const admin = postgres(databaseOf(server, 'postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe('create database plain_checkout').catch(() => undefined);
  await admin.end();
  const plain = await createPlainCheckout(databaseOf(server, 'plain_checkout'), stripe);
  try {
    const shelves = await stockUp(server);
    const perRound = quick ? 64 : 250;
    const rounds = quick ? 3 : 5;
    const ordersPerSecond: number[] = [];
    const since = new Date();
    const round = async (): Promise<Round> => {
      const carts = await fillCarts(gateway, shelves, perRound);
      tell(`${perRound} carts filled`);
      await pause(1_000);
      const before = (await processorMs(market.pid)) ?? Number.NaN;
      const figures = await doAll(carts, buy);
      const after = (await processorMs(market.pid)) ?? Number.NaN;
      ordersPerSecond.push(figures.perSecond * shopsPerGroup);
      return { ...figures, cpuMsEach: (after - before) / perRound };
    };
    print(
      `  order groups of ${shopsPerGroup} shops, ${buyers} buyers at once, ${perRound} a round; checkout until CONFIRMED: reserved, authorised, orders made, captured, committed`,
    );
    const verdicts = await compare(
      {
        unit: 'groups/s',
        rounds,
        ours: { label: 'checkout saga', round },
        peer: {
          label: 'plain shop, no recovery (floor)',
          round: () =>
            doAll(
              Array.from({ length: perRound }, (_, index) => index),
              () => plain.buy(),
            ),
        },
      },
      options,
    );
    // The first round warms up and is not counted.
    const orders = spreadOf(ordersPerSecond.slice(1));
    print(
      `  ${'the same in orders'.padEnd(34)} ${showSpread(orders)} orders/s (a group of ${shopsPerGroup} shops is ${shopsPerGroup} orders)`,
    );
    const reached = {
      what: `${show(orders.median)} orders/s of at least ${ordersAtLeastPerSecond}`,
      reached: orders.median >= ordersAtLeastPerSecond,
    };
    // One round more than is counted.
    const groups = (rounds + 1) * perRound;
    const waited = await assertPaid(server, since, groups);
    print(
      `  ${groups * shopsPerGroup} orders PAID by events ${Math.round(waited)} ms after the last answer; ledger sum 0`,
    );
    return [...verdicts, reached];
  } finally {
    await plain.close();
    await market.stop();
  }
};

/** Purchases end to end. */
export const checkoutBench: Bench = {
  name: 'checkout',
  proves: 'purchases per second end to end with the Stripe double, beside a plain shop without recovery',
  run,
};
