import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Books, StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, startWithSdk } from './fixtures/stripe/harness.ts';

let double: StripeDouble;
let stripe: Stripe;

beforeAll(async () => {
  ({ double, stripe } = await startWithSdk());
  await double.control.settings({ refundDelayMs: 1, payoutDelayMs: 1 });
});
afterAll(() => double.close());

/** A small repeatable generator (mulberry32), so that a red run can be repeated from its seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const CARDS = [
  'pm_card_visa',
  'pm_card_mastercard',
  'pm_card_chargeDeclined',
  'pm_card_chargeDeclinedInsufficientFunds',
  'pm_card_threeDSecure2Required',
  'pm_card_createDispute',
  'pm_card_refundFail',
];

type Step = (id: string, amount: number, card: string) => Promise<unknown>;

/** What a clumsy shop may try on any intent, in any state. */
const STEPS: readonly Step[] = [
  (id, _amount, card) => stripe.paymentIntents.confirm(id, { payment_method: card }),
  (id) => stripe.paymentIntents.confirm(id),
  (id) => stripe.paymentIntents.capture(id),
  (id, amount) => stripe.paymentIntents.capture(id, { amount_to_capture: amount }),
  (id) => stripe.paymentIntents.cancel(id),
  (id, amount) => stripe.refunds.create({ payment_intent: id, amount }),
  (id) => stripe.refunds.create({ payment_intent: id }),
  (id) => double.control.authenticate(id, 'approve'),
  (id) => double.control.authenticate(id, 'fail'),
  (id, amount) => stripe.paymentIntents.update(id, { amount }),
];

function checkIntents(books: Books): void {
  for (const intent of books.intents) {
    const label = `${intent.id} ${intent.status}`;
    expect(intent.timesCharged, `${label} was charged more than once`).toBeLessThanOrEqual(1);
    expect(intent.capturedMinor, `${label} took more than its amount`).toBeLessThanOrEqual(intent.amount);
    expect(intent.refundedMinor, `${label} gave back more than it took`).toBeLessThanOrEqual(intent.capturedMinor);
    if (intent.status === 'succeeded') expect(intent.capturedMinor, label).toBeGreaterThan(0);
    else expect(intent.capturedMinor, `${label} took money`).toBe(0);
    if (intent.status === 'requires_capture') expect(intent.timesCharged, label).toBe(1);
  }
}

/** The account's balance must be the sum of its movements, and the movements must tell the story of the books. */
async function checkMoney(books: Books): Promise<void> {
  const sums: Record<string, number> = {};
  let net = 0;
  for await (const movement of stripe.balanceTransactions.list({ limit: 100 })) {
    sums[movement.type] = (sums[movement.type] ?? 0) + movement.amount;
    net += movement.net;
    expect(movement.net).toBe(movement.amount - movement.fee);
  }
  const [available] = (await stripe.balance.retrieve()).available;
  expect(available?.amount).toBe(net);
  expect(sums.charge ?? 0).toBe(books.totals.usd?.capturedMinor);
  expect(-(sums.refund ?? 0) - (sums.refund_failure ?? 0)).toBe(books.totals.usd?.refundedMinor);
}

/** Each intent's events must tell of at most one success, and of exactly one when it succeeded. */
async function checkEvents(books: Books): Promise<void> {
  const successes = new Map<string, number>();
  for await (const event of stripe.events.list({ type: 'payment_intent.succeeded', limit: 100 })) {
    const { id } = event.data.object as Stripe.PaymentIntent;
    successes.set(id, (successes.get(id) ?? 0) + 1);
  }
  for (const intent of books.intents) {
    expect(successes.get(intent.id) ?? 0, intent.id).toBe(intent.status === 'succeeded' ? 1 : 0);
  }
}

describe('whatever a shop tries, in any order and at the same moment', () => {
  test.each([1, 2, 3, 4])('money and states stay right (seed %i)', { timeout: 240_000 }, async (seed) => {
    await double.control.reset();
    const random = randomFrom(seed);
    const ids: string[] = [];
    const outcomes = { done: 0, refused: 0 };
    const count = (call: Promise<unknown>) =>
      call.then(
        () => outcomes.done++,
        () => outcomes.refused++,
      );
    for (let round = 0; round < 60; round++) {
      if (ids.length < 12) {
        const manual = random(2) === 0 ? ({ capture_method: 'manual' } as const) : {};
        ids.push((await stripe.paymentIntents.create({ ...CARD_PAYMENT, ...manual, amount: 100 + random(900) })).id);
      }
      const calls = Array.from({ length: 1 + random(6) }, () => {
        const step = STEPS[random(STEPS.length)] as Step;
        return count(step(String(ids[random(ids.length)]), 1 + random(1_000), String(CARDS[random(CARDS.length)])));
      });
      await Promise.all(calls);
    }
    await double.control.whenIdle();
    const books = await double.control.books();
    checkIntents(books);
    await checkMoney(books);
    await checkEvents(books);
    expect(outcomes.done).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(20);
  });

  test('faults and retries under the same key do not change that', { timeout: 240_000 }, async () => {
    await double.control.reset();
    const random = randomFrom(42);
    const faults = [
      { kind: 'respond', status: 500 },
      { kind: 'respond', status: 502, effect: 'applied' },
      { kind: 'timeout_before', by: 'hang' },
      { kind: 'timeout_after', by: 'hang' },
      { kind: 'timeout_after', by: 'drop' },
      { kind: 'rate_limit' },
    ] as const;
    /** A careful shop: the same key until there is an answer that is not a fault. */
    async function insist<T>(call: (key: string) => Promise<T>, key: string): Promise<T> {
      for (let attempt = 0; attempt < 200; attempt++) {
        try {
          return await call(key);
        } catch (error) {
          const { statusCode = 500 } = error as Stripe.errors.StripeError;
          if (statusCode < 500 && statusCode !== 429 && statusCode !== 409) throw error;
        }
      }
      throw new Error(`${key} was never answered`);
    }
    for (let order = 0; order < 40; order++) {
      const fault = faults[random(faults.length)];
      if (fault) await double.control.addFault({ method: 'POST', skip: random(3), count: 1 + random(2), fault });
      const params = {
        ...CARD_PAYMENT,
        capture_method: 'manual',
        payment_method: 'pm_card_visa',
        confirm: true,
        metadata: { order_id: `o-${order}` },
      } as const;
      const options = { timeout: 60 };
      const held = await insist(
        (key) => stripe.paymentIntents.create(params, { ...options, idempotencyKey: key }),
        `pay-${order}`,
      );
      await insist(
        (key) => stripe.paymentIntents.capture(held.id, {}, { ...options, idempotencyKey: key }),
        `take-${order}`,
      );
      if (order % 4 === 0) {
        const refund = { payment_intent: held.id, amount: 1_000 };
        await insist((key) => stripe.refunds.create(refund, { ...options, idempotencyKey: key }), `back-${order}`);
      }
      await double.control.clearFaults();
    }
    const books = await double.control.books('order_id');
    expect(Object.keys(books.groups ?? {})).toHaveLength(40);
    for (const [order, group] of Object.entries(books.groups ?? {})) {
      const refundedMinor = Number(order.slice(2)) % 4 === 0 ? 1_000 : 0;
      expect(group, order).toEqual({ intents: 1, chargedTimes: 1, capturedMinor: 5_000, refundedMinor });
    }
    checkIntents(books);
    await checkMoney(books);
  });
});
