import type Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, errorOf, startWithSdk } from './fixtures/stripe/harness.ts';

let double: StripeDouble;
let stripe: Stripe;
let seller: Stripe.Account;

beforeAll(async () => {
  ({ double, stripe } = await startWithSdk());
});
afterAll(() => double.close());
beforeEach(async () => {
  await double.control.reset();
  await double.control.settings({ payoutDelayMs: 5, settlementDelaySeconds: 0 });
  seller = await stripe.accounts.create({ type: 'custom', capabilities: { transfers: { requested: true } } });
});

async function usdOf(account?: string): Promise<number> {
  const balance = await stripe.balance.retrieve({}, account ? { stripeAccount: account } : {});
  return balance.available[0]?.amount ?? 0;
}

describe('connected accounts', () => {
  test('are created with capabilities, and verification can be played', async () => {
    expect(seller).toMatchObject({ capabilities: { transfers: 'active' }, payouts_enabled: true });
    const changed = await double.control.changeAccount(seller.id, {
      capabilities: { transfers: 'pending' },
      payouts_enabled: false,
      currently_due: ['individual.verification.document'],
    });
    expect(changed.requirements.disabled_reason).toBe('requirements.past_due');
    const read = await stripe.accounts.retrieve(seller.id);
    expect(read).toMatchObject({ capabilities: { transfers: 'pending' }, payouts_enabled: false });
    const refused = await errorOf(stripe.transfers.create({ amount: 1, currency: 'usd', destination: seller.id }));
    expect(refused).toMatchObject({ code: 'insufficient_capabilities_for_transfer', param: 'destination' });
    const [event] = (await stripe.events.list({}, { stripeAccount: seller.id })).data;
    expect(event).toMatchObject({ type: 'account.updated', account: seller.id });
  });

  test('do not see the platform or one another', async () => {
    const other = await stripe.accounts.create({ type: 'custom' });
    const customer = await stripe.customers.create({}, { stripeAccount: seller.id });
    for (const options of [{}, { stripeAccount: other.id }]) {
      const error = await errorOf(stripe.customers.retrieve(customer.id, {}, options));
      expect(error).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    }
    const stranger = await errorOf(stripe.balance.retrieve({}, { stripeAccount: 'acct_1Stranger' }));
    expect(stranger).toMatchObject({ statusCode: 403, code: 'account_invalid', type: 'StripePermissionError' });
  });
});

describe('transfers', () => {
  test('move money the platform has, and no more', async () => {
    await double.control.topUp({ currency: 'usd', amount: 1_000 });
    const broke = await errorOf(stripe.transfers.create({ amount: 1_001, currency: 'usd', destination: seller.id }));
    expect(broke.code).toBe('balance_insufficient');
    const transfer = await stripe.transfers.create({
      amount: 900,
      currency: 'usd',
      destination: seller.id,
      transfer_group: 'order-1',
      expand: ['destination_payment', 'balance_transaction'],
    });
    expect(transfer).toMatchObject({
      balance_transaction: { amount: -900, type: 'transfer' },
      destination_payment: { object: 'charge', amount: 900 },
    });
    expect([await usdOf(), await usdOf(seller.id)]).toEqual([100, 900]);
    expect((await stripe.transfers.list({ transfer_group: 'order-1' })).data).toHaveLength(1);
  });

  test('tied to a charge may use it before it settles, but not twice', async () => {
    await double.control.settings({ settlementDelaySeconds: 3_600 });
    const paid = await stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: 'pm_card_visa', confirm: true });
    const pending = await stripe.balance.retrieve();
    expect(pending).toMatchObject({ available: [{ amount: 0 }], pending: [{ amount: 4_825 }] });
    const to = { currency: 'usd', destination: seller.id };
    expect((await errorOf(stripe.transfers.create({ ...to, amount: 4_000 }))).code).toBe('balance_insufficient');
    const source = { ...to, source_transaction: String(paid.latest_charge) };
    await stripe.transfers.create({ ...source, amount: 4_000 });
    const over = await errorOf(stripe.transfers.create({ ...source, amount: 1_001 }));
    expect(over.message).toContain('1000 usd of it are left');
  });

  test('are reversed in parts up to the whole', async () => {
    await double.control.topUp({ currency: 'usd', amount: 1_000 });
    const { id } = await stripe.transfers.create({ amount: 1_000, currency: 'usd', destination: seller.id });
    await stripe.transfers.createReversal(id, { amount: 400 });
    expect((await errorOf(stripe.transfers.createReversal(id, { amount: 601 }))).param).toBe('amount');
    const rest = await stripe.transfers.createReversal(id);
    expect(rest.amount).toBe(600);
    const transfer = await stripe.transfers.retrieve(id);
    expect(transfer).toMatchObject({ reversed: true, amount_reversed: 1_000 });
    expect(transfer.reversals.data.map((reversal) => reversal.amount)).toEqual([600, 400]);
    expect((await errorOf(stripe.transfers.createReversal(id))).code).toBe('transfer_already_reversed');
    expect([await usdOf(), await usdOf(seller.id)]).toEqual([1_000, 0]);
  });
});

describe('payouts', () => {
  beforeEach(async () => {
    await double.control.topUp({ account: seller.id, currency: 'usd', amount: 1_000 });
  });
  const asSeller = () => ({ stripeAccount: seller.id });

  test('take the money off the balance and arrive a little later', async () => {
    const payout = await stripe.payouts.create({ amount: 800, currency: 'usd' }, asSeller());
    expect(payout.status).toBe('pending');
    expect(await usdOf(seller.id)).toBe(200);
    await double.control.whenIdle();
    expect((await stripe.payouts.retrieve(payout.id, {}, asSeller())).status).toBe('paid');
    const types = (await stripe.events.list({ type: 'payout.*' }, asSeller())).data.map((event) => event.type);
    expect(types).toEqual(['payout.paid', 'payout.created']);
    const more = await errorOf(stripe.payouts.create({ amount: 201, currency: 'usd' }, asSeller()));
    expect(more.code).toBe('balance_insufficient');
  });

  test('can be returned by the bank even after they were paid', async () => {
    const { id } = await stripe.payouts.create({ amount: 800, currency: 'usd' }, asSeller());
    await double.control.whenIdle();
    const failed = await double.control.settlePayout(id, { status: 'failed' });
    expect(failed).toMatchObject({ status: 'failed', failure_code: 'account_closed' });
    expect(await usdOf(seller.id)).toBe(1_000);
    await expect(double.control.settlePayout(id, { status: 'failed' })).rejects.toThrow('cannot fail any more');
  });

  test('can wait for the control API, and be canceled meanwhile', async () => {
    await double.control.settings({ payoutDelayMs: null });
    const { id } = await stripe.payouts.create({ amount: 100, currency: 'usd' }, asSeller());
    expect((await stripe.payouts.retrieve(id, {}, asSeller())).status).toBe('pending');
    expect((await stripe.payouts.cancel(id, {}, asSeller())).status).toBe('canceled');
    const next = await stripe.payouts.create({ amount: 100, currency: 'usd' }, asSeller());
    expect((await double.control.settlePayout(next.id, { status: 'paid' })).status).toBe('paid');
    expect((await errorOf(stripe.payouts.cancel(next.id, {}, asSeller()))).statusCode).toBe(400);
  });

  test('are refused while the account is not verified', async () => {
    await double.control.changeAccount(seller.id, { payouts_enabled: false });
    const refused = await errorOf(stripe.payouts.create({ amount: 100, currency: 'usd' }, asSeller()));
    expect(refused.code).toBe('payouts_not_allowed');
  });
});

test('after many operations each balance is the sum of its movements', async () => {
  await double.control.topUp({ currency: 'usd', amount: 100_000 });
  for (const amount of [100, 2_500, 999]) {
    const paid = await stripe.paymentIntents.create({
      ...CARD_PAYMENT,
      amount,
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    await stripe.refunds.create({ payment_intent: paid.id, amount: 50 });
    const transfer = await stripe.transfers.create({ amount, currency: 'usd', destination: seller.id });
    await stripe.transfers.createReversal(transfer.id, { amount: 10 });
  }
  await stripe.payouts.create({ amount: 1_000, currency: 'usd' }, { stripeAccount: seller.id });
  for (const account of [undefined, seller.id]) {
    let sum = 0;
    const options = account ? { stripeAccount: account } : {};
    for await (const movement of stripe.balanceTransactions.list({ limit: 3 }, options)) sum += movement.net;
    expect(await usdOf(account)).toBe(sum);
  }
});
