import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, errorOf, startWithSdk } from './fixtures/stripe/harness.ts';
import { EXAMPLES, problemsOf } from './fixtures/stripe/shape-check.ts';
import { SHAPE_RULES } from './fixtures/stripe/shape-rules.ts';

let double: StripeDouble;
let stripe: Stripe;

beforeAll(async () => {
  ({ double, stripe } = await startWithSdk());
  await double.control.settings({ payoutDelayMs: 5, refundDelayMs: 5 });
});
afterAll(() => double.close());

const checked = new Set<string>();

/** SDK answers carry a hidden `lastResponse`; a copy through JSON is what came over the wire. */
function expectShape(name: string, value: object): void {
  checked.add(name);
  expect(problemsOf(name, JSON.parse(JSON.stringify(value)), SHAPE_RULES)).toEqual([]);
}

function pay(method: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: method, confirm: true, ...extra });
}

describe('every object has the shape of the real one', () => {
  test('customers and payment methods', async () => {
    const customer = await stripe.customers.create({
      email: 'ada@example.com',
      address: { line1: '1 High Street', city: 'London', country: 'GB' },
      metadata: { crm: '17' },
    });
    expectShape('customer', customer);
    expectShape('customer', await stripe.customers.create({}));
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    expectShape('payment_method', method);
    expectShape('deleted_customer', await stripe.customers.del(customer.id));
  });

  test('payment intents in every state', async () => {
    expectShape('payment_intent', await stripe.paymentIntents.create({ amount: 100, currency: 'eur' }));
    expectShape(
      'payment_intent',
      await stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: 'pm_card_visa' }),
    );
    const held = await pay('pm_card_visa', {
      capture_method: 'manual',
      shipping: { name: 'Ada', address: { line1: 'x' } },
    });
    expectShape('payment_intent', held);
    expectShape('payment_intent', await stripe.paymentIntents.capture(held.id));
    expectShape('payment_intent', await pay('pm_card_threeDSecure2Required', { return_url: 'https://shop.test/done' }));
    expectShape('payment_intent', await pay('pm_card_threeDSecure2Required'));
    const refused = await errorOf(pay('pm_card_chargeDeclinedInsufficientFunds'));
    expectShape('payment_intent', refused.payment_intent as object);
    const unfinished = await stripe.paymentIntents.create(CARD_PAYMENT);
    expectShape('payment_intent', await stripe.paymentIntents.cancel(unfinished.id));
  });

  test('charges: taken, held, declined, authenticated', async () => {
    const paid = await pay('pm_card_visa', { expand: ['latest_charge.refunds'] });
    const { refunds, ...charge } = paid.latest_charge as Stripe.Charge;
    expectShape('charge', charge);
    expect(refunds).toMatchObject({ object: 'list', data: [], has_more: false });
    const held = await pay('pm_card_visa', { capture_method: 'manual', expand: ['latest_charge'] });
    expectShape('charge', held.latest_charge as Stripe.Charge);
    const declined = await errorOf(pay('pm_card_chargeDeclined'));
    expectShape('charge', await stripe.charges.retrieve(String(declined.charge)));
    const challenged = await pay('pm_card_threeDSecure2Required');
    await double.control.authenticate(challenged.id, 'approve');
    const [authenticated] = (await stripe.charges.list({ payment_intent: challenged.id })).data;
    expectShape('charge', authenticated as Stripe.Charge);
  });

  test('setup intents', async () => {
    expectShape('setup_intent', await stripe.setupIntents.create({}));
    const confirmed = { allowed_payment_method_types: ['card' as const], confirm: true };
    expectShape('setup_intent', await stripe.setupIntents.create({ ...confirmed, payment_method: 'pm_card_visa' }));
    const waiting = await stripe.setupIntents.create({
      ...confirmed,
      payment_method: 'pm_card_threeDSecure2Required',
      return_url: 'https://shop.test/saved',
    });
    expectShape('setup_intent', waiting);
    await double.control.authenticate(waiting.id, 'fail');
    expectShape('setup_intent', await stripe.setupIntents.retrieve(waiting.id));
  });

  test('refunds, also a failed one, and disputes', async () => {
    const paid = await pay('pm_card_visa');
    expectShape('refund', await stripe.refunds.create({ payment_intent: paid.id, amount: 100 }));
    const failing = await pay('pm_card_refundFail');
    const refund = await stripe.refunds.create({ payment_intent: failing.id });
    await double.control.whenIdle();
    expectShape('refund', await stripe.refunds.retrieve(refund.id));
    const disputed = await pay('pm_card_createDispute');
    const [dispute] = (await stripe.disputes.list({ payment_intent: disputed.id })).data;
    expectShape('dispute', dispute as Stripe.Dispute);
    for (const movement of dispute?.balance_transactions ?? []) expectShape('balance_transaction', movement);
  });

  test('connected accounts, transfers, payouts and balances', async () => {
    const account = await stripe.accounts.create({
      type: 'custom',
      country: 'US',
      capabilities: { transfers: { requested: true } },
    });
    expectShape('account', account);
    expectShape('account', await stripe.accounts.retrieveCurrent());
    expectShape('bank_account', account.external_accounts?.data[0] as Stripe.BankAccount);
    await double.control.topUp({ currency: 'usd', amount: 10_000 });
    const transfer = await stripe.transfers.create({ amount: 900, currency: 'usd', destination: account.id });
    expectShape('transfer', transfer);
    expectShape('transfer_reversal', await stripe.transfers.createReversal(transfer.id, { amount: 100 }));
    expectShape('transfer', await stripe.transfers.retrieve(transfer.id));
    const asAccount = { stripeAccount: account.id };
    const payout = await stripe.payouts.create({ amount: 500, currency: 'usd' }, asAccount);
    expectShape('payout', payout);
    await double.control.whenIdle();
    expectShape('payout', await stripe.payouts.retrieve(payout.id, {}, asAccount));
    expectShape('balance', await stripe.balance.retrieve({}, asAccount));
    for (const movement of (await stripe.balanceTransactions.list({ limit: 100 })).data) {
      expectShape('balance_transaction', movement);
    }
  });

  test('events and webhook endpoints', async () => {
    for (const event of (await stripe.events.list({ limit: 100 })).data) {
      expectShape('event', event);
      const { object } = event.data;
      expectShape(String((object as { object: string }).object), object);
    }
    const endpoint = await stripe.webhookEndpoints.create({ url: 'https://shop.test/hook', enabled_events: ['*'] });
    const { secret, ...shown } = endpoint;
    expect(secret).toMatch(/^whsec_/);
    expectShape('webhook_endpoint', shown);
    expectShape('deleted_webhook_endpoint', await stripe.webhookEndpoints.del(endpoint.id));
  });

  test('no example was left unchecked', () => {
    expect([...checked].sort()).toEqual(Object.keys(EXAMPLES).sort());
  });
});

describe('the checker itself', () => {
  async function paidIntent(): Promise<Record<string, unknown>> {
    return JSON.parse(JSON.stringify(await pay('pm_card_visa')));
  }

  test('is red when a key is missing', async () => {
    const { amount_capturable: _planted, ...broken } = await paidIntent();
    expect(problemsOf('payment_intent', broken, SHAPE_RULES)).toEqual(['amount_capturable is missing']);
  });

  test('is red when a value has another type', async () => {
    const broken = { ...(await paidIntent()), amount: '5000' };
    expect(problemsOf('payment_intent', broken, SHAPE_RULES)).toEqual(['amount is string, Stripe has number']);
  });

  test('is red when a key is invented', async () => {
    const broken = { ...(await paidIntent()), paid_at: 1 };
    expect(problemsOf('payment_intent', broken, SHAPE_RULES)).toEqual(["paid_at is not a key of Stripe's object"]);
  });

  test('is red when a null is not allowed', async () => {
    const broken = { ...(await paidIntent()), metadata: null };
    expect(problemsOf('payment_intent', broken, SHAPE_RULES)).toEqual(['metadata is null, Stripe has object']);
  });
});
