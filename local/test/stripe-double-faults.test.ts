import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, errorOf, startWithSdk, stripeFor } from './fixtures/stripe/harness.ts';

let double: StripeDouble;
let stripe: Stripe;

beforeAll(async () => {
  ({ double, stripe } = await startWithSdk());
});
afterAll(() => double.close());
beforeEach(() => double.control.reset());

const PAYMENT = { ...CARD_PAYMENT, payment_method: 'pm_card_visa', confirm: true };

function pay(key: string, options: Stripe.RequestOptions = {}) {
  return stripe.paymentIntents.create(PAYMENT, { idempotencyKey: key, ...options });
}

async function timesCharged(): Promise<number> {
  return (await double.control.books()).totals.usd?.chargedTimes ?? 0;
}

describe('a 5xx', () => {
  test('without effect: the retry pays', async () => {
    await double.control.addFault({ fault: { kind: 'respond', status: 503 } });
    expect(await errorOf(pay('k'))).toMatchObject({ type: 'StripeAPIError', statusCode: 503 });
    expect(await timesCharged()).toBe(0);
    expect((await pay('k')).status).toBe('succeeded');
    expect(await timesCharged()).toBe(1);
  });

  test('with effect: the retry finds out that it was paid', async () => {
    await double.control.addFault({ fault: { kind: 'respond', status: 500, effect: 'applied' } });
    expect(await errorOf(pay('k'))).toMatchObject({ statusCode: 500 });
    expect(await timesCharged()).toBe(1);
    const paid = await pay('k');
    expect(paid.status).toBe('succeeded');
    expect(paid.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(await timesCharged()).toBe(1);
  });

  test('stored under the key: the retry gets it again, and only the books know', async () => {
    for (const effect of ['none', 'applied'] as const) {
      await double.control.addFault({ fault: { kind: 'respond', stored: true, effect } });
      await errorOf(pay(effect));
      expect(await errorOf(pay(effect))).toMatchObject({ statusCode: 500 });
    }
    expect(await timesCharged()).toBe(1);
  });
});

describe('a timeout', () => {
  test.each(['hang', 'drop'] as const)(
    'after the effect (%s): the retry with the same key charges once',
    async (by) => {
      // A dropped connection is retried by the SDK itself, whatever its settings; two rules defeat that retry too.
      await double.control.addFault({ count: by === 'drop' ? 2 : 1, fault: { kind: 'timeout_after', by } });
      const error = await errorOf(pay('k', { timeout: 1_000 }));
      expect(error.type).toBe('StripeConnectionError');
      expect(await timesCharged()).toBe(1);
      expect((await pay('k')).status).toBe('succeeded');
      expect(await timesCharged()).toBe(1);
    },
  );

  test.each(['hang', 'drop'] as const)('before the effect (%s): nothing happened until the retry', async (by) => {
    await double.control.addFault({ count: by === 'drop' ? 2 : 1, fault: { kind: 'timeout_before', by } });
    const error = await errorOf(pay('k', { timeout: 1_000 }));
    expect(error.type).toBe('StripeConnectionError');
    expect(await timesCharged()).toBe(0);
    await pay('k');
    expect(await timesCharged()).toBe(1);
  });

  test('after the effect of a capture: a new key shows that the money was taken', async () => {
    const held = await stripe.paymentIntents.create({ ...PAYMENT, capture_method: 'manual' });
    await double.control.addFault({ path: '/v1/payment_intents/*/capture', fault: { kind: 'timeout_after' } });
    await errorOf(stripe.paymentIntents.capture(held.id, {}, { timeout: 1_000, idempotencyKey: 'a' }));
    const again = await errorOf(stripe.paymentIntents.capture(held.id, {}, { idempotencyKey: 'b' }));
    expect(again.code).toBe('payment_intent_unexpected_state');
    expect((await double.control.books()).intents[0]).toMatchObject({ status: 'succeeded', capturedMinor: 5_000 });
  });

  test('is survived by the retries of the SDK', async () => {
    await double.control.addFault({ count: 2, fault: { kind: 'timeout_after' } });
    const patient = stripeFor(double, { maxNetworkRetries: 3, timeout: 1_000 });
    expect((await patient.paymentIntents.create(PAYMENT)).status).toBe('succeeded');
    expect(await timesCharged()).toBe(1);
  });
});

describe('other faults', () => {
  test('a 429 has no effect and is not stored', async () => {
    await double.control.addFault({ fault: { kind: 'rate_limit' } });
    expect(await errorOf(pay('k'))).toMatchObject({
      type: 'StripeRateLimitError',
      statusCode: 429,
      code: 'rate_limit',
    });
    expect((await pay('k')).status).toBe('succeeded');
  });

  test('a slow answer takes its time', async () => {
    await double.control.addFault({ fault: { kind: 'slow', delayMs: 120 } });
    const start = Date.now();
    await pay('k');
    expect(Date.now() - start).toBeGreaterThanOrEqual(115);
  });
});

describe('fault rules', () => {
  test('hit the named method and path, after skipping, and only so often', async () => {
    await double.control.addFault({
      method: 'POST',
      path: '/v1/customers',
      skip: 1,
      count: 2,
      fault: { kind: 'respond' },
    });
    const outcomes: string[] = [];
    for (let index = 0; index < 4; index++) {
      await stripe.customers.list();
      await stripe.paymentIntents.create(CARD_PAYMENT);
      outcomes.push(
        await stripe.customers.create({}).then(
          () => 'ok',
          () => 'failed',
        ),
      );
    }
    expect(outcomes).toEqual(['ok', 'failed', 'failed', 'ok']);
    expect(await double.control.faults()).toEqual([]);
  });

  test('can be listed and cleared, and a wrong one is explained', async () => {
    await double.control.addFault({ count: 5, fault: { kind: 'rate_limit' } });
    expect(await double.control.faults()).toMatchObject([{ path: '/v1/*', count: 5, hits: 0 }]);
    await double.control.clearFaults();
    await stripe.customers.list();
    const wrong = { fault: { kind: 'slow' } } as unknown as Parameters<typeof double.control.addFault>[0];
    await expect(double.control.addFault(wrong)).rejects.toThrow('delayMs');
  });

  test('are out of reach for web pages', async () => {
    const answer = await fetch(`${double.url}/_control/books`, { headers: { Origin: 'https://evil.test' } });
    expect(answer.status).toBe(403);
  });
});

test('the books tell a double charge that hides in two intents of one order', async () => {
  const order = { ...PAYMENT, metadata: { order_id: 'o-7' } };
  await stripe.paymentIntents.create(order, { idempotencyKey: 'first' });
  expect((await double.control.books('order_id')).groups?.['o-7']?.chargedTimes).toBe(1);
  await stripe.paymentIntents.create(order, { idempotencyKey: 'planted bug: a new key per attempt' });
  const { groups, intents } = await double.control.books('order_id');
  expect(groups?.['o-7']).toEqual({ intents: 2, chargedTimes: 2, capturedMinor: 10_000, refundedMinor: 0 });
  expect(intents.map((intent) => intent.timesCharged)).toEqual([1, 1]);
});
