import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectStripeDoubleControl, startStripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, errorOf, startReceiver, startWithSdk, stripeFor } from './fixtures/stripe/harness.ts';

const RUNNER = fileURLToPath(new URL('./fixtures/stripe/run-double.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const PAYMENT = { ...CARD_PAYMENT, payment_method: 'pm_card_visa', confirm: true };

let dataDir: string;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stripe-double-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await rm(dataDir, { recursive: true, force: true });
});

interface Running {
  url: string;
  host: string;
  port: number;
  kill(): Promise<void>;
}

/** `fileBlocks` limits the size of any file the double writes (in the shell's blocks), as a full disk would. */
async function runDouble(webhookUrl = '', fileBlocks = 0): Promise<Running> {
  const command = [process.execPath, '--import', TSX, RUNNER, dataDir, webhookUrl];
  const limited = `trap '' XFSZ; ulimit -f ${fileBlocks}; exec "$@"`;
  const [file = '', ...args] = fileBlocks > 0 ? ['sh', '-c', limited, 'sh', ...command] : command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    void exited.then(() => reject(new Error('The double ended before it listened.')));
  });
  const { hostname, port } = new URL(url);
  return {
    url,
    host: hostname,
    port: Number(port),
    async kill() {
      child.kill('SIGKILL');
      await exited;
      running.delete(child);
    },
  };
}

describe('after a kill -9', () => {
  test('nothing answered is lost and nothing unanswered is doubled', { timeout: 240_000 }, async () => {
    const answered = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const double = await runDouble();
      const stripe = stripeFor(double);
      // Each buyer repeats an order under its key until it is answered, in this round or the next.
      const buyers = Array.from({ length: 8 }, async (_, buyer) => {
        for (let order = 0; order < 200; order++) {
          const key = `order-${buyer}-${order}`;
          if (answered.has(key)) continue;
          const params = { ...PAYMENT, metadata: { order_id: key } };
          await stripe.paymentIntents.create(params, { idempotencyKey: key });
          answered.add(key);
          // Dies amid the orders of the others, however fast the machine is.
          if (answered.size >= 12 * (round + 1)) void double.kill();
        }
      });
      await Promise.allSettled(buyers);
    }
    const double = await runDouble();
    const { groups = {} } = await connectStripeDoubleControl(double.url).books('order_id');
    expect(answered.size).toBeGreaterThan(10);
    for (const key of answered) expect(groups[key]).toMatchObject({ intents: 1, chargedTimes: 1 });
    const stripe = stripeFor(double);
    for (const key of Object.keys(groups)) {
      const params = { ...PAYMENT, metadata: { order_id: key } };
      const replayed = await stripe.paymentIntents.create(params, { idempotencyKey: key });
      expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
    }
  });

  test('webhooks still owed and payouts under way go on', { timeout: 240_000 }, async () => {
    const shop = await startReceiver();
    const first = await runDouble(shop.url);
    shop.answers = Array(50).fill(500);
    const control = connectStripeDoubleControl(first.url);
    await control.settings({ payoutDelayMs: 1_000, webhookRetryInitialMs: 60_000, webhookRetryMaxMs: 60_000 });
    await control.topUp({ currency: 'usd', amount: 500 });
    const payout = await stripeFor(first).payouts.create({ amount: 500, currency: 'usd' });
    await expect.poll(() => shop.types()).toEqual(['payout.created']);
    await first.kill();
    shop.answers = [];
    const second = await runDouble(shop.url);
    await expect
      .poll(() => shop.types(), { timeout: 30_000 })
      .toEqual(['payout.created', 'payout.created', 'payout.paid']);
    expect((await stripeFor(second).payouts.retrieve(payout.id)).status).toBe('paid');
    const [paid] = (await stripeFor(second).events.list({ type: 'payout.paid' })).data;
    expect(paid?.data.object).toMatchObject({ id: payout.id, status: 'paid' });
    await shop.close();
  });
});

test('a full disk is answered by 500s, and what was answered before is kept', { timeout: 240_000 }, async () => {
  const first = await runDouble('', 200);
  const stripe = stripeFor(first);
  const paid: string[] = [];
  let refused: unknown;
  while (!refused && paid.length < 500) {
    await stripe.paymentIntents.create(PAYMENT).then(
      (intent) => paid.push(intent.id),
      (error: unknown) => {
        refused = error;
      },
    );
  }
  expect(refused).toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
  expect(paid.length).toBeGreaterThan(5);
  // No answer may rest on what the disk did not take, not even one that only reads.
  expect(await errorOf(stripe.customers.create({}))).toMatchObject({ statusCode: 500 });
  expect(await errorOf(stripe.paymentIntents.list())).toMatchObject({ statusCode: 500 });
  await first.kill();
  const second = await runDouble();
  const { intents } = await connectStripeDoubleControl(second.url).books();
  const kept = new Set(intents.map((intent) => intent.id));
  expect(paid.filter((id) => !kept.has(id))).toEqual([]);
});

describe('the journal', () => {
  async function lines(): Promise<string[]> {
    return (await readFile(join(dataDir, 'journal.jsonl'), 'utf8')).split('\n').filter((line) => line !== '');
  }

  test('brings every resource, key and event back as it was', async () => {
    const before = await startWithSdk({ dataDir });
    const customer = await before.stripe.customers.create({ name: 'Ada' });
    const gone = await before.stripe.customers.create({});
    await before.stripe.customers.del(gone.id);
    const held = await before.stripe.paymentIntents.create(
      { ...PAYMENT, capture_method: 'manual', customer: customer.id },
      { idempotencyKey: 'k' },
    );
    const events = await before.stripe.events.list({ limit: 100 });
    await before.double.close();

    const after = await startWithSdk({ dataDir });
    expect(await after.stripe.customers.retrieve(customer.id)).toEqual(customer);
    expect((await errorOf(after.stripe.customers.retrieve(gone.id))).code).toBe('resource_missing');
    expect((await after.stripe.events.list({ limit: 100 })).data).toEqual(events.data);
    const params = { ...PAYMENT, capture_method: 'manual', customer: customer.id } as const;
    expect(await after.stripe.paymentIntents.create(params, { idempotencyKey: 'k' })).toEqual(held);
    const other = await errorOf(after.stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'k' }));
    expect(other.type).toBe('StripeIdempotencyError');
    expect((await after.stripe.paymentIntents.capture(held.id)).status).toBe('succeeded');
    expect((await after.stripe.balance.retrieve()).available[0]?.amount).toBe(4_825);
    await after.double.close();
  });

  test('forgives a torn last line, and is as short as the books after a restart', async () => {
    const { double, stripe } = await startWithSdk({ dataDir });
    const { id } = await stripe.customers.create({});
    for (let index = 0; index < 20; index++) await stripe.paymentMethods.attach('pm_card_visa', { customer: id });
    for (let index = 0; index < 50; index++)
      await stripe.customers.update(id, { name: `n${index}` }, { idempotencyKey: 'same' }).catch(() => 0);
    await double.close();
    await appendFile(join(dataDir, 'journal.jsonl'), '{"w":[{"owner":"acct_1Pl');
    const again = await startWithSdk({ dataDir });
    expect((await again.stripe.paymentMethods.list({ customer: id, limit: 100 })).data).toHaveLength(20);
    expect((await again.stripe.customers.retrieve(id)).object).toBe('customer');
    await again.double.close();
    for (const line of await lines()) expect(() => JSON.parse(line)).not.toThrow();
  });

  test('is written by one process at a time', async () => {
    await writeFile(join(dataDir, 'journal.lock'), String(process.ppid));
    await expect(startStripeDouble({ dataDir })).rejects.toThrow(/in use by process/);
    // Nobody has the first number; the second is somebody else's now, who began at another time.
    for (const stale of ['4194304999', `${process.ppid} 1`]) {
      await writeFile(join(dataDir, 'journal.lock'), stale);
      await (await startStripeDouble({ dataDir })).close();
    }
  });

  test('holds no card number and no secret key', async () => {
    const { double, stripe } = await startWithSdk({ dataDir });
    await stripe.paymentIntents.create(PAYMENT);
    await fetch(`${double.url}/v1/payment_methods`, {
      method: 'POST',
      headers: { Authorization: 'Bearer sk_test_harness' },
      body: 'type=card&card[number]=4242424242424242',
    });
    await double.close();
    const text = (await lines()).join('\n');
    expect(text).not.toContain('4242424242424242');
    expect(text).not.toContain('sk_test_harness');
  });

  test('that cannot be replayed stops the start instead of starting empty', async () => {
    await writeFile(join(dataDir, 'journal.jsonl'), 'not json\n');
    await expect(startStripeDouble({ dataDir })).rejects.toThrow();
  });
});

test('a taken port is reported, and the books are released', async () => {
  const first = await startStripeDouble();
  await expect(startStripeDouble({ port: first.port, dataDir })).rejects.toThrow(/EADDRINUSE/);
  const second = await startStripeDouble({ dataDir });
  await Promise.all([first.close(), second.close()]);
});
