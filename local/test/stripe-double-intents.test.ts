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

function hold(extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({
    ...CARD_PAYMENT,
    capture_method: 'manual',
    payment_method: 'pm_card_visa',
    confirm: true,
    ...extra,
  });
}

async function eventTypes(): Promise<string[]> {
  return (await stripe.events.list({ limit: 100 })).data.map((event) => event.type).reverse();
}

describe('the way of a payment', () => {
  test('starts without a method, takes one, is confirmed and paid at once', async () => {
    const created = await stripe.paymentIntents.create(CARD_PAYMENT);
    expect(created).toMatchObject({ status: 'requires_payment_method', amount_received: 0, latest_charge: null });
    const updated = await stripe.paymentIntents.update(created.id, { payment_method: 'pm_card_visa' });
    expect(updated.status).toBe('requires_confirmation');
    const paid = await stripe.paymentIntents.confirm(created.id, { expand: ['latest_charge.balance_transaction'] });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 5_000, amount_capturable: 0 });
    expect(paid.latest_charge).toMatchObject({
      paid: true,
      captured: true,
      amount_captured: 5_000,
      balance_transaction: { amount: 5_000, fee: 175, net: 4_825, type: 'charge' },
    });
    expect(await eventTypes()).toEqual(['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded']);
  });

  test('holds the money and takes it on capture', async () => {
    const held = await hold({ expand: ['latest_charge'] });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 5_000, amount_received: 0 });
    expect(held.latest_charge).toMatchObject({ captured: false, amount_captured: 0, balance_transaction: null });
    const captured = await stripe.paymentIntents.capture(held.id);
    expect(captured).toMatchObject({ status: 'succeeded', amount_capturable: 0, amount_received: 5_000 });
    expect(await eventTypes()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
    ]);
  });

  test('takes a part of the hold and gives the rest back', async () => {
    const held = await hold();
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 3_000 });
    expect(captured).toMatchObject({
      status: 'succeeded',
      amount: 5_000,
      amount_received: 3_000,
      amount_capturable: 0,
    });
    const [balance] = (await stripe.balance.retrieve()).available;
    expect(balance).toMatchObject({ amount: 3_000 - 117, currency: 'usd' });
  });

  test('releases the hold on cancel and books nothing', async () => {
    const held = await hold();
    const canceled = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned', amount_capturable: 0 });
    expect(canceled.canceled_at).toBeTypeOf('number');
    const charge = await stripe.charges.retrieve(String(held.latest_charge));
    expect(charge).toMatchObject({ captured: false, refunded: true });
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
    expect((await double.control.books()).totals.usd).toMatchObject({ capturedMinor: 0, heldMinor: 0 });
  });
});

describe('steps that are not allowed', () => {
  test('capturing twice, capturing too much, capturing what is not held', async () => {
    const held = await hold();
    const tooMuch = await errorOf(stripe.paymentIntents.capture(held.id, { amount_to_capture: 5_001 }));
    expect(tooMuch).toMatchObject({ statusCode: 400, code: 'amount_too_large', param: 'amount_to_capture' });
    await stripe.paymentIntents.capture(held.id);
    const again = await errorOf(stripe.paymentIntents.capture(held.id));
    expect(again).toMatchObject({ code: 'payment_intent_unexpected_state', type: 'StripeInvalidRequestError' });
    expect(again.message).toContain('already been captured');
    expect(again.payment_intent).toMatchObject({ id: held.id, status: 'succeeded' });
    const fresh = await stripe.paymentIntents.create(CARD_PAYMENT);
    const early = await errorOf(stripe.paymentIntents.capture(fresh.id));
    expect(early.message).toContain('status of requires_payment_method');
  });

  test('confirming a paid, a held and a canceled intent', async () => {
    const held = await hold();
    expect((await errorOf(stripe.paymentIntents.confirm(held.id))).code).toBe('payment_intent_unexpected_state');
    await stripe.paymentIntents.capture(held.id);
    expect((await errorOf(stripe.paymentIntents.confirm(held.id))).message).toContain('already succeeded');
    const gone = await stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: 'pm_card_visa' });
    await stripe.paymentIntents.cancel(gone.id);
    expect((await errorOf(stripe.paymentIntents.confirm(gone.id))).message).toContain('status of canceled');
  });

  test('canceling what is paid or canceled, and changing the amount of what is held', async () => {
    const held = await hold();
    const changed = await errorOf(stripe.paymentIntents.update(held.id, { amount: 1 }));
    expect(changed.code).toBe('payment_intent_unexpected_state');
    await stripe.paymentIntents.capture(held.id);
    const paid = await errorOf(stripe.paymentIntents.cancel(held.id));
    expect(paid).toMatchObject({ code: 'payment_intent_unexpected_state' });
    expect(paid.message).toContain('status of succeeded');
    const gone = await stripe.paymentIntents.create(CARD_PAYMENT);
    await stripe.paymentIntents.cancel(gone.id);
    expect((await errorOf(stripe.paymentIntents.cancel(gone.id))).message).toContain('status of canceled');
  });

  test('confirming without a method, or without a way back when methods may redirect', async () => {
    const fresh = await stripe.paymentIntents.create(CARD_PAYMENT);
    expect((await errorOf(stripe.paymentIntents.confirm(fresh.id))).message).toContain('missing a payment method');
    const open = { amount: 100, currency: 'usd', payment_method: 'pm_card_visa', confirm: true } as const;
    expect((await errorOf(stripe.paymentIntents.create(open))).message).toContain('return_url');
    const back = await stripe.paymentIntents.create({ ...open, return_url: 'https://shop.test/back' });
    expect(back.status).toBe('succeeded');
    const never = { enabled: true, allow_redirects: 'never' } as const;
    expect((await stripe.paymentIntents.create({ ...open, automatic_payment_methods: never })).status).toBe(
      'succeeded',
    );
  });

  test('two confirmations at the same moment charge once', async () => {
    const intent = await stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: 'pm_card_visa' });
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => stripe.paymentIntents.confirm(intent.id)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const [booked] = (await double.control.books()).intents;
    expect(booked).toMatchObject({ timesCharged: 1, capturedMinor: 5_000 });
  });
});

describe('saved payment methods', () => {
  test('an unsaved one pays once; a saved one pays again, for its own customer only', async () => {
    const method = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    const pay = (extra: object = {}) =>
      stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: method.id, confirm: true, ...extra });
    const customer = await stripe.customers.create({ name: 'Ada' });
    await stripe.paymentMethods.attach(method.id, { customer: customer.id });
    expect((await errorOf(pay())).message).toContain('belongs to a Customer');
    expect((await pay({ customer: customer.id })).status).toBe('succeeded');
    expect((await pay({ customer: customer.id })).status).toBe('succeeded');
    const single = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    await pay({ payment_method: single.id });
    expect((await errorOf(pay({ payment_method: single.id }))).message).toContain('may not be used again');
  });

  test('are attached, listed, detached, and never usable after that', async () => {
    const customer = await stripe.customers.create({});
    const visa = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    const amex = await stripe.paymentMethods.attach('pm_card_amex', { customer: customer.id });
    expect(visa).toMatchObject({ customer: customer.id, card: { brand: 'visa', last4: '4242' } });
    const listed = await stripe.paymentMethods.list({ customer: customer.id, type: 'card' });
    expect(listed.data.map((method) => method.id)).toEqual([amex.id, visa.id]);
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(2);
    const detached = await stripe.paymentMethods.detach(visa.id);
    expect(detached.customer).toBeNull();
    expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1);
    const reuse = errorOf(stripe.paymentMethods.attach(visa.id, { customer: customer.id }));
    expect((await reuse).message).toContain('may not be used again');
    expect((await errorOf(stripe.paymentMethods.detach(visa.id))).code).toBe('payment_method_unexpected_state');
  });

  test('a payment can save its method on the way', async () => {
    const customer = await stripe.customers.create({});
    const paid = await stripe.paymentIntents.create({
      ...CARD_PAYMENT,
      customer: customer.id,
      payment_method: 'pm_card_visa',
      setup_future_usage: 'off_session',
      confirm: true,
      expand: ['payment_method'],
    });
    expect(paid.payment_method).toMatchObject({ object: 'payment_method', customer: customer.id });
  });
});
