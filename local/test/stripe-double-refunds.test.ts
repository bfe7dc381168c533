import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, errorOf, startWithSdk } from './fixtures/stripe/harness.ts';

let double: StripeDouble;
let stripe: Stripe;

beforeAll(async () => {
  ({ double, stripe } = await startWithSdk());
  await double.control.settings({ refundDelayMs: 5 });
});
afterAll(() => double.close());
beforeEach(() => double.control.reset());

function pay(method = 'pm_card_visa', extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: method, confirm: true, ...extra });
}

async function availableUsd(): Promise<number> {
  return (await stripe.balance.retrieve()).available[0]?.amount ?? 0;
}

describe('refunds', () => {
  test('in parts up to the whole, and not a cent more', async () => {
    const { id } = await pay();
    const part = await stripe.refunds.create({ payment_intent: id, amount: 2_000, reason: 'requested_by_customer' });
    expect(part).toMatchObject({ amount: 2_000, status: 'succeeded', payment_intent: id });
    const over = await errorOf(stripe.refunds.create({ payment_intent: id, amount: 3_001 }));
    expect(over).toMatchObject({ statusCode: 400, param: 'amount' });
    expect(over.message).toContain('greater than unrefunded amount');
    const rest = await stripe.refunds.create({ payment_intent: id, expand: ['charge', 'balance_transaction'] });
    expect(rest).toMatchObject({
      amount: 3_000,
      charge: { amount_refunded: 5_000, refunded: true },
      balance_transaction: { amount: -3_000, type: 'refund' },
    });
    const again = await errorOf(stripe.refunds.create({ payment_intent: id }));
    expect(again.code).toBe('charge_already_refunded');
    expect((await stripe.refunds.list({ payment_intent: id })).data).toHaveLength(2);
    // Stripe keeps its fee of the original payment.
    expect(await availableUsd()).toBe(-175);
    expect((await double.control.books()).totals.usd).toMatchObject({ capturedMinor: 5_000, refundedMinor: 5_000 });
  });

  test('of a partly captured payment reach to what was captured', async () => {
    const { id } = await pay('pm_card_visa', { capture_method: 'manual' });
    const early = await errorOf(stripe.refunds.create({ payment_intent: id }));
    expect(early.message).toContain('does not have a successful charge');
    await stripe.paymentIntents.capture(id, { amount_to_capture: 1_000 });
    expect((await errorOf(stripe.refunds.create({ payment_intent: id, amount: 1_001 }))).param).toBe('amount');
    expect(await stripe.refunds.create({ payment_intent: id })).toMatchObject({ amount: 1_000 });
  });

  test('at the same moment never give back more than was taken', async () => {
    const { id } = await pay();
    const tries = Array.from({ length: 5 }, () => stripe.refunds.create({ payment_intent: id, amount: 2_000 }));
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(2);
    expect((await double.control.books()).intents[0]?.refundedMinor).toBe(4_000);
  });

  test('need exactly one of charge and payment intent', async () => {
    const { id, latest_charge: charge } = await pay();
    expect((await errorOf(stripe.refunds.create({}))).message).toContain('One and only one');
    const both = { payment_intent: id, charge: String(charge) };
    expect((await errorOf(stripe.refunds.create(both))).statusCode).toBe(400);
    expect((await stripe.refunds.create({ charge: String(charge) })).status).toBe('succeeded');
  });

  test('of some cards stay pending first, or fail and come back', async () => {
    const slow = await pay('pm_card_pendingRefund');
    const pending = await stripe.refunds.create({ payment_intent: slow.id });
    expect(pending.status).toBe('pending');
    const failing = await pay('pm_card_refundFail');
    const doomed = await stripe.refunds.create({ payment_intent: failing.id });
    expect(doomed.status).toBe('succeeded');
    await double.control.whenIdle();
    expect((await stripe.refunds.retrieve(pending.id)).status).toBe('succeeded');
    const failed = await stripe.refunds.retrieve(doomed.id, { expand: ['failure_balance_transaction'] });
    expect(failed).toMatchObject({ status: 'failed', failure_balance_transaction: { amount: 5_000 } });
    expect(await stripe.charges.retrieve(failed.charge as string)).toMatchObject({
      amount_refunded: 0,
      refunded: false,
    });
    const types = (await stripe.events.list({ type: 'refund.*' })).data.map((event) => event.type);
    expect(types).toEqual(expect.arrayContaining(['refund.created', 'refund.updated', 'refund.failed']));
  });
});

describe('disputes', () => {
  test('by test card take the money and a fee, and block refunds', async () => {
    const { id } = await pay('pm_card_createDispute');
    const [dispute] = (await stripe.disputes.list({ payment_intent: id })).data;
    expect(dispute).toMatchObject({ amount: 5_000, reason: 'fraudulent', status: 'needs_response' });
    expect(await availableUsd()).toBe(5_000 - 175 - 5_000 - 1_500);
    expect((await errorOf(stripe.refunds.create({ payment_intent: id }))).code).toBe('charge_disputed');
    const answered = await stripe.disputes.update(String(dispute?.id), { evidence: { product_description: 'A lamp' } });
    expect(answered).toMatchObject({ status: 'under_review', evidence: { product_description: 'A lamp' } });
    const won = await double.control.resolveDispute(String(dispute?.id), 'won');
    expect(won.status).toBe('won');
    expect(await availableUsd()).toBe(5_000 - 175);
    await expect(double.control.resolveDispute(String(dispute?.id), 'lost')).rejects.toThrow('already closed');
    const types = (await stripe.events.list({ type: 'charge.dispute.*' })).data.map((event) => event.type);
    expect(types.sort()).toEqual([
      'charge.dispute.closed',
      'charge.dispute.created',
      'charge.dispute.funds_reinstated',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.updated',
    ]);
  });

  test('can be opened later on any charge, in part, and be given up', async () => {
    const { id } = await pay();
    const opened = await double.control.openDispute({ of: id, amount: 1_000, reason: 'product_not_received' });
    expect(opened).toMatchObject({ amount: 1_000, payment_intent: id });
    expect((await stripe.disputes.close(opened.id)).status).toBe('lost');
    await expect(double.control.openDispute({ of: id })).rejects.toThrow('already disputed');
  });

  test('that are inquiries take no money', async () => {
    const { id } = await pay('pm_card_createDisputeInquiry');
    const [inquiry] = (await stripe.disputes.list({ payment_intent: id })).data;
    expect(inquiry).toMatchObject({ status: 'warning_needs_response', balance_transactions: [] });
    expect(await availableUsd()).toBe(5_000 - 175);
  });

  test('of a held payment open on capture', async () => {
    const { id } = await pay('pm_card_createDispute', { capture_method: 'manual' });
    expect((await stripe.disputes.list()).data).toEqual([]);
    await stripe.paymentIntents.capture(id);
    expect((await stripe.disputes.list()).data).toHaveLength(1);
  });
});
