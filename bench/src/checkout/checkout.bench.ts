import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { type Child, startChild } from '../market/child.ts';
import { type EmbeddedMarket, ensureSeeded, homeOf, startEmbedded } from '../market/embedded-market.ts';
import { freePort } from '../market/free-port.ts';
import { compare, type Round } from '../measure/compare.ts';
import { latencyOf, show, showSpread, spreadOf } from '../measure/numbers.ts';
import { fillCarts, type ReadyCart, stockUp } from './carts.ts';
import { createPlainCheckout } from './plain-checkout.ts';
import { describeShares, readShares, type Shares, sharesEach, type Workers } from './shares.ts';

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

/** The market, the world around it, and a connection to watch the server with. */
interface Stage {
  readonly market: EmbeddedMarket;
  readonly stripe: string;
  readonly workers: Workers;
  stop(): Promise<void>;
}

/** Starts the world outside first, then the market that speaks to it. */
const openStage = async (home: string): Promise<Stage> => {
  const gatewayPort = await freePort();
  const secret = `whsec_${randomBytes(24).toString('base64url')}`;
  const outside: Child = await startChild({
    file: 'bench/src/checkout/outside.ts',
    patienceMs: 60_000,
    env: { BENCH_GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`, BENCH_STRIPE_SECRET: secret },
  });
  const { stripe, smtp } = outside.said as { stripe: string; smtp: string };
  const env = {
    VITRINA_STRIPE_KEY: 'sk_test_local',
    VITRINA_STRIPE_WEBHOOK_SECRET: secret,
    VITRINA_STRIPE_API_URL: stripe,
    VITRINA_SMTP_URL: smtp,
  };
  const market = await startEmbedded({ home, goods, env, gatewayPort }).catch(async (error: unknown) => {
    await outside.stop();
    throw error;
  });
  const sql = postgres(databaseOf(market.addresses.postgres, 'postgres'), { max: 1, onnotice: () => {} });
  await sql.unsafe('create database plain_checkout').catch(() => undefined);
  return {
    market,
    stripe,
    workers: { marketPid: market.pid, outsidePid: outside.pid, sql },
    stop: async () => {
      await sql.end();
      await market.stop();
      await outside.stop();
    },
  };
};

/** Rounds of purchases, and what each of them used. */
const createBuying = (
  stage: Stage,
  shelves: readonly (readonly string[])[],
  perRound: number,
  { tell }: RunOptions,
) => {
  const shares: Shares[] = [];
  const ordersPerSecond: number[] = [];
  const round = async (): Promise<Round> => {
    const carts = await fillCarts(stage.market.addresses.gateway, shelves, perRound);
    tell(`${perRound} carts filled`);
    await pause(1_000);
    const before = await readShares(stage.workers);
    const figures = await doAll(carts, buy);
    const used = sharesEach(before, await readShares(stage.workers), perRound);
    shares.push(used);
    ordersPerSecond.push(figures.perSecond * shopsPerGroup);
    tell(describeShares([used]));
    return { ...figures, cpuMsEach: used.market };
  };
  return { round, shares, ordersPerSecond };
};

const run = async (options: RunOptions) => {
  const { quick, tell, print } = options;
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, tell);
  const stage = await openStage(home);
  const server = stage.market.addresses.postgres;
  const plain = await createPlainCheckout(databaseOf(server, 'plain_checkout'), stage.stripe);
  try {
    const shelves = await stockUp(server);
    const perRound = quick ? 64 : 250;
    const rounds = quick ? 3 : 5;
    const warmUps = quick ? 1 : 2;
    const since = new Date();
    const { round, shares, ordersPerSecond } = createBuying(stage, shelves, perRound, options);
    print(
      `  order groups of ${shopsPerGroup} shops, ${buyers} buyers at once, ${perRound} a round; checkout until CONFIRMED: reserved, authorised, orders made, captured, committed`,
    );
    print(`  ${warmUps * perRound} groups before the rounds are not counted: Node compiles what is hot meanwhile`);
    // `compare` plays one uncounted round itself.
    for (let warmUp = 1; warmUp < warmUps; warmUp += 1) await round();
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
    const orders = spreadOf(ordersPerSecond.slice(warmUps));
    print(
      `  ${'the same in orders'.padEnd(34)} ${showSpread(orders)} orders/s (a group of ${shopsPerGroup} shops is ${shopsPerGroup} orders)`,
    );
    print(`  a group: ${describeShares(shares.slice(warmUps))}`);
    const reached = {
      what: `${show(orders.median)} orders/s of at least ${ordersAtLeastPerSecond}`,
      reached: orders.median >= ordersAtLeastPerSecond,
    };
    const groups = (rounds + warmUps) * perRound;
    const waited = await assertPaid(server, since, groups);
    print(
      `  ${groups * shopsPerGroup} orders PAID by events ${Math.round(waited)} ms after the last answer; ledger sum 0`,
    );
    return [...verdicts, reached];
  } finally {
    await plain.close();
    await stage.stop();
  }
};

/** Purchases end to end. */
export const checkoutBench: Bench = {
  name: 'checkout',
  proves: 'purchases per second end to end with the Stripe double, beside a plain shop without recovery',
  run,
};
