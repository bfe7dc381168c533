import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { fillCarts, stockUp } from '../checkout/carts.ts';
import { type Addresses, ensureSeeded, homeOf, unlimited } from '../market/embedded-market.ts';
import { freePort } from '../market/free-port.ts';
import { show, showSpread, spreadOf } from '../measure/numbers.ts';
import { residentBytes } from '../measure/processor-time.ts';

const goods = 600;
const readyWithinSeconds = 8;
const residentWithinMegabytes = 700;
const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

interface Opened {
  readonly pid: number;
  /** From the launch of the command until it said that it is open. */
  readonly seconds: number;
  /** Ctrl-C. */
  stop(): Promise<void>;
}

/** A command as a person types it, until it says that the market is open. */
const launch = async (home: string, command: string, args: readonly string[]): Promise<Opened> => {
  const ports = {
    VITRINA_GATEWAY_PORT: String(await freePort()),
    VITRINA_STRIPE_DOUBLE_PORT: String(await freePort()),
    VITRINA_SMTP_PORT: String(await freePort()),
    VITRINA_MAIL_WEB_PORT: String(await freePort()),
    VITRINA_PHONE_PORT: String(await freePort()),
  };
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: projectRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...ports, ...unlimited, VITRINA_DATA_HOME: home, VITRINA_SEED_PRODUCTS: String(goods) },
  });
  const gone = once(child, 'exit');
  const stop = async (): Promise<void> => {
    // The whole group, as a terminal does.
    if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await gone;
  };
  const seconds = new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Vitrina is open')) resolve((performance.now() - started) / 1_000);
    });
    child.once('exit', (code) => reject(new BenchFailed(`npm start ended before it was open (exit ${code}).`)));
  });
  try {
    return { pid: child.pid ?? 0, seconds: await seconds, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const npmStart = async (home: string): Promise<number> => {
  const { seconds, stop } = await launch(home, 'npm', ['start']);
  await stop();
  return seconds;
};

/** The floor: Node with the TypeScript loader and nothing to do. Seconds. */
const emptyStart = async (): Promise<number> => {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', '0'], { cwd: projectRoot, stdio: 'ignore' });
  await once(child, 'exit');
  return (performance.now() - started) / 1_000;
};

const document = `query ($query: String!) { search(query: $query) { totalCount nodes { product { id title shop { name } variants { nodes { available price { amountMinor } } } } } } }`;
const buy = 'mutation ($input: CheckoutInput!) { checkout(input: $input) { status userErrors { code } } }';

/** Searches, fills carts and buys, as one person after another would. Megabytes at rest afterwards. */
const memoryAfterJourney = async (home: string, journeys: number): Promise<{ before: number; after: number }> => {
  // What `npm start` runs, without npm around it: the market is this very process.
  const market = await launch(home, process.execPath, ['local/bin/start.mjs']);
  const addresses = JSON.parse(await readFile(join(home, 'market.json'), 'utf8')) as Addresses;
  const megabytes = async () => ((await residentBytes(market.pid)) ?? Number.NaN) / 1_048_576;
  try {
    await pause(2_000);
    const before = await megabytes();
    const carts = await fillCarts(addresses.gateway, await stockUp(addresses.postgres), journeys);
    for (const { id, guest } of carts) {
      await guest.ask(document, { query: 'коврик' });
      const { checkout } = await guest.ask<{ checkout: { status: string } }>(buy, {
        input: {
          idempotencyKey: randomUUID(),
          cartId: id,
          contactEmail: 'anna@example.com',
          payment: { providerToken: 'pm_card_visa' },
        },
      });
      if (!['CONFIRMED', 'PROCESSING'].includes(checkout.status)) throw new BenchFailed(JSON.stringify(checkout));
    }
    await pause(3_000);
    return { before, after: await megabytes() };
  } finally {
    await market.stop();
  }
};

const run = async ({ quick, tell, print }: RunOptions) => {
  // Of its own: what other benches bought stays in the books of the Stripe double, which every start reads.
  const home = await homeOf(goods, 'start');
  await ensureSeeded(home, goods, tell);
  // After a change of the sources the first start puts the program together; the second one is what counts.
  tell(`npm start, the first after a change perhaps: open after ${(await npmStart(home)).toFixed(1)} s`);
  const [starts, empty]: [number[], number[]] = [[], []];
  for (let index = 0; index < (quick ? 1 : 3); index += 1) {
    starts.push(await npmStart(home));
    empty.push(await emptyStart());
    tell(`npm start: open after ${starts.at(-1)?.toFixed(1)} s`);
  }
  const seconds = spreadOf(starts);
  print(`  npm start over a seeded home until open      ${showSpread(seconds)} s`);
  print(`  Node with the TypeScript loader alone (floor) ${showSpread(spreadOf(empty))} s`);
  const journeys = quick ? 3 : 20;
  const { before, after } = await memoryAfterJourney(home, journeys);
  print(
    `  resident memory of the embedded process: ${show(before)} MB when open, ${show(after)} MB after ${journeys} journeys (search, cart of two shops, checkout)`,
  );
  return [
    {
      what: `open after ${show(seconds.median)} s of at most ${readyWithinSeconds} s`,
      reached: seconds.median < readyWithinSeconds,
    },
    { what: `${show(after)} MB of at most ${residentWithinMegabytes} MB`, reached: after < residentWithinMegabytes },
  ];
};

/** What it takes to have the market on a desk. */
export const start: Bench = {
  name: 'start',
  proves: 'seconds of a second npm start, and memory of the embedded process after purchases',
  run,
};
