import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, errorOf, startWithSdk } from './fixtures/stripe/harness.ts';

let double: StripeDouble;
let stripe: Stripe;

beforeAll(async () => {
  ({ double, stripe } = await startWithSdk());
});
afterAll(() => double.close());
beforeEach(() => double.control.reset());

const PAYMENT = { ...CARD_PAYMENT, payment_method: 'pm_card_visa', confirm: true };

function headersOf(error: Stripe.errors.StripeError): Record<string, string> {
  return (error.headers ?? {}) as Record<string, string>;
}

describe('a repeated key', () => {
  test('with the same parameters gets the first answer again and charges once', async () => {
    const first = await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'order-1' });
    const second = await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'order-1' });
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
    expect((await double.control.books()).totals.usd).toMatchObject({ chargedTimes: 1, capturedMinor: 5_000 });
  });

  test('with other parameters is refused', async () => {
    await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'order-1' });
    const error = await errorOf(stripe.paymentIntents.create({ ...PAYMENT, amount: 1 }, { idempotencyKey: 'order-1' }));
    expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
    expect(error.message).toContain('same parameters');
    expect((await double.control.books()).intents).toHaveLength(1);
  });

  test('replays a decline: the card is not asked twice', async () => {
    const declined = { ...PAYMENT, payment_method: 'pm_card_chargeDeclined' };
    const first = await errorOf(stripe.paymentIntents.create(declined, { idempotencyKey: 'k' }));
    const second = await errorOf(stripe.paymentIntents.create(declined, { idempotencyKey: 'k' }));
    expect(second).toMatchObject({ statusCode: 402, code: 'card_declined', charge: first.charge });
    expect(headersOf(second)['idempotent-replayed']).toBe('true');
    expect((await double.control.books()).charges).toHaveLength(1);
  });

  test('replays a refusal of the state machine', async () => {
    const { id } = await stripe.paymentIntents.create(CARD_PAYMENT);
    await errorOf(stripe.paymentIntents.capture(id, {}, { idempotencyKey: 'k' }));
    await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    const second = await errorOf(stripe.paymentIntents.capture(id, {}, { idempotencyKey: 'k' }));
    expect(second.message).toContain('status of requires_payment_method');
  });

  test('is free again after parameters that did not pass validation', async () => {
    const wrong = { ...PAYMENT, amount: 0 };
    expect(await errorOf(stripe.paymentIntents.create(wrong, { idempotencyKey: 'k' }))).toMatchObject({
      statusCode: 400,
    });
    const right = await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'k' });
    expect(right.status).toBe('succeeded');
  });

  test('belongs to one endpoint and one account', async () => {
    const key = { idempotencyKey: 'shared' };
    const customer = await stripe.customers.create({}, key);
    const intent = await stripe.paymentIntents.create(CARD_PAYMENT, key);
    expect([customer.object, intent.object]).toEqual(['customer', 'payment_intent']);
    const account = await stripe.accounts.create({ type: 'custom' });
    const theirs = await stripe.customers.create({}, { ...key, stripeAccount: account.id });
    expect(theirs.id).not.toBe(customer.id);
  });

  test('for another intent at the same endpoint is refused', async () => {
    const [one, two] = [
      await stripe.paymentIntents.create(CARD_PAYMENT),
      await stripe.paymentIntents.create(CARD_PAYMENT),
    ];
    await stripe.paymentIntents.cancel(one.id, {}, { idempotencyKey: 'k' });
    const error = await errorOf(stripe.paymentIntents.cancel(two.id, {}, { idempotencyKey: 'k' }));
    expect(error.type).toBe('StripeIdempotencyError');
  });
});

describe('a key whose first request is still running', () => {
  test('is refused with 409, and answers once that is done', async () => {
    await double.control.addFault({ fault: { kind: 'slow', delayMs: 1_500 } });
    const first = stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'k' });
    // The rule is used up once a request has met it.
    await expect.poll(() => double.control.faults()).toEqual([]);
    const overtaking = await errorOf(stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'k' }));
    expect(overtaking).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
    const { id } = await first;
    const later = await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'k' });
    expect(later.id).toBe(id);
    expect((await double.control.books()).totals.usd?.chargedTimes).toBe(1);
  });

  test('many at once still charge once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'storm' })),
    );
    const ids = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
    expect(new Set(ids).size).toBe(1);
    expect((await double.control.books()).totals.usd?.chargedTimes).toBe(1);
  });
});

test('a key longer than 255 characters is refused', async () => {
  const error = await errorOf(stripe.customers.create({}, { idempotencyKey: 'k'.repeat(256) }));
  expect(error).toMatchObject({ statusCode: 400 });
});
