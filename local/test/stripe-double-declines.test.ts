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

function pay(method: string, extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: method, confirm: true, ...extra });
}

describe('declined cards', () => {
  test.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedStolenCard', 'card_declined', 'stolen_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', undefined],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', undefined],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', undefined],
  ])('%s is refused with %s / %s', async (method, code, declineCode) => {
    const error = await errorOf(pay(method));
    expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code });
    // The SDK reads an absent decline code as empty text.
    expect(error.decline_code || undefined).toBe(declineCode);
    expect(error.payment_intent).toMatchObject({ status: 'requires_payment_method', payment_method: null });
    const intent = await stripe.paymentIntents.retrieve(String(error.payment_intent?.id));
    expect(intent.last_payment_error).toMatchObject({ type: 'card_error', code, charge: error.charge });
    expect(await stripe.charges.retrieve(String(error.charge))).toMatchObject({
      status: 'failed',
      paid: false,
      failure_code: code,
    });
  });

  test('leave an intent that can be paid with another card, charged once', async () => {
    const declined = await errorOf(pay('pm_card_chargeDeclined', { metadata: { order_id: 'o-1' } }));
    const id = String(declined.payment_intent?.id);
    const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
    const { intents, groups } = await double.control.books('order_id');
    expect(intents[0]).toMatchObject({ timesCharged: 1, timesDeclined: 1, capturedMinor: 5_000 });
    expect(groups?.['o-1']).toEqual({ intents: 1, chargedTimes: 1, capturedMinor: 5_000, refundedMinor: 0 });
    const types = (await stripe.events.list({ types: ['payment_intent.payment_failed', 'charge.failed'] })).data;
    expect(types).toHaveLength(2);
  });

  test('cannot be saved, but for the one that saves and then declines', async () => {
    const customer = await stripe.customers.create({});
    const saving = (method: string) => stripe.paymentMethods.attach(method, { customer: customer.id });
    expect(await errorOf(saving('pm_card_chargeDeclined'))).toMatchObject({ statusCode: 402, code: 'card_declined' });
    const saved = await saving('pm_card_chargeCustomerFail');
    expect(await errorOf(pay(saved.id, { customer: customer.id }))).toMatchObject({ code: 'card_declined' });
  });
});

/** What a browser does with the challenge page: open it, press a button, follow the redirect. */
async function press(url: string, outcome: 'approve' | 'fail'): Promise<Response> {
  const page = await fetch(url);
  const html = await page.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain(`value="${outcome}"`);
  return fetch(url, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });
}

describe('3-D Secure', () => {
  const RETURN_URL = 'https://shop.test/orders/7?from=bank';

  test('asks the customer, and approving on the page pays and leads back to the shop', async () => {
    const waiting = await pay('pm_card_threeDSecure2Required', { return_url: RETURN_URL });
    expect(waiting).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'redirect_to_url', redirect_to_url: { return_url: RETURN_URL } },
    });
    expect((await double.control.books()).intents[0]?.timesCharged).toBe(0);
    const answer = await press(String(waiting.next_action?.redirect_to_url?.url), 'approve');
    expect(answer.status).toBe(303);
    const back = new URL(String(answer.headers.get('location')));
    expect(back.origin + back.pathname).toBe('https://shop.test/orders/7');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      from: 'bank',
      payment_intent: waiting.id,
      payment_intent_client_secret: waiting.client_secret,
      redirect_status: 'succeeded',
    });
    const paid = await stripe.paymentIntents.retrieve(waiting.id, { expand: ['latest_charge'] });
    expect(paid).toMatchObject({ status: 'succeeded', next_action: null });
    const { payment_method_details: details } = paid.latest_charge as Stripe.Charge;
    expect(details?.card?.three_d_secure).toMatchObject({ result: 'authenticated', version: '2.2.0' });
  });

  test('failing on the page asks for another method and says so on the way back', async () => {
    const waiting = await pay('pm_card_threeDSecure2Required', { return_url: RETURN_URL });
    const answer = await press(String(waiting.next_action?.redirect_to_url?.url), 'fail');
    expect(answer.headers.get('location')).toContain('redirect_status=failed');
    const failed = await stripe.paymentIntents.retrieve(waiting.id);
    expect(failed).toMatchObject({ status: 'requires_payment_method', latest_charge: null });
    expect(failed.last_payment_error?.code).toBe('payment_intent_authentication_failure');
  });

  test('pressing the button twice charges once', async () => {
    const waiting = await pay('pm_card_threeDSecure2Required', { return_url: RETURN_URL });
    const url = String(waiting.next_action?.redirect_to_url?.url);
    const press = () => fetch(url, { method: 'POST', body: 'outcome=approve', redirect: 'manual' });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303]);
    expect((await double.control.books()).intents[0]).toMatchObject({ timesCharged: 1, capturedMinor: 5_000 });
  });

  test('the page of a stranger, or with a guessed key, does not exist', async () => {
    const waiting = await pay('pm_card_threeDSecure2Required');
    const guess = await fetch(`${double.url}/_challenge/${waiting.id}?key=guess`, {
      method: 'POST',
      body: 'outcome=approve',
    });
    expect(guess.status).toBe(404);
    expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe('requires_action');
  });

  test('without a return address the client library is told, and the control API can answer for the customer', async () => {
    const waiting = await pay('pm_card_threeDSecure2Required', { capture_method: 'manual' });
    expect(waiting.next_action?.type).toBe('use_stripe_sdk');
    expect(await double.control.authenticate(waiting.id, 'approve')).toMatchObject({ status: 'requires_capture' });
    await expect(double.control.authenticate(waiting.id, 'approve')).rejects.toThrow('waits for no challenge');
  });

  test('an approved challenge can still be declined by the issuer', async () => {
    const waiting = await pay('pm_card_threeDSecureRequiredChargeDeclined');
    const after = await double.control.authenticate(waiting.id, 'approve');
    expect(after).toMatchObject({ status: 'requires_payment_method' });
    expect((await stripe.paymentIntents.retrieve(waiting.id)).last_payment_error?.code).toBe('card_declined');
  });

  test('off session there is nobody to ask: the card is declined', async () => {
    const error = await errorOf(pay('pm_card_threeDSecure2Required', { off_session: true }));
    expect(error).toMatchObject({ code: 'authentication_required', decline_code: 'authentication_required' });
  });

  test('a waiting payment can be canceled, and its page then only leads back', async () => {
    const waiting = await pay('pm_card_threeDSecure2Required', { return_url: RETURN_URL });
    await stripe.paymentIntents.cancel(waiting.id);
    const answer = await fetch(String(waiting.next_action?.redirect_to_url?.url), {
      method: 'POST',
      body: 'outcome=approve',
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toContain('redirect_status=failed');
    expect((await double.control.books()).intents[0]).toMatchObject({ status: 'canceled', timesCharged: 0 });
  });
});

describe('setup intents', () => {
  const CARD_SETUP = { allowed_payment_method_types: ['card' as const] };

  test('save a card for later, off-session payments', async () => {
    const customer = await stripe.customers.create({});
    const created = await stripe.setupIntents.create({ ...CARD_SETUP, customer: customer.id });
    expect(created.status).toBe('requires_payment_method');
    const done = await stripe.setupIntents.confirm(created.id, { payment_method: 'pm_card_visa' });
    expect(done.status).toBe('succeeded');
    const saved = await stripe.paymentMethods.retrieve(String(done.payment_method));
    expect(saved.customer).toBe(customer.id);
    const paid = await pay(saved.id, { customer: customer.id, off_session: true });
    expect(paid.status).toBe('succeeded');
    expect((await errorOf(stripe.setupIntents.confirm(created.id))).code).toBe('setup_intent_unexpected_state');
  });

  test('a card that must be authenticated at setup needs no challenge afterwards', async () => {
    const customer = await stripe.customers.create({});
    const waiting = await stripe.setupIntents.create({
      ...CARD_SETUP,
      customer: customer.id,
      payment_method: 'pm_card_authenticationRequiredOnSetup',
      confirm: true,
      return_url: 'https://shop.test/saved',
    });
    expect(waiting.status).toBe('requires_action');
    const answer = await press(String(waiting.next_action?.redirect_to_url?.url), 'approve');
    expect(answer.headers.get('location')).toContain(`setup_intent=${waiting.id}`);
    const done = await stripe.setupIntents.retrieve(waiting.id);
    expect(done.status).toBe('succeeded');
    const paid = await pay(String(done.payment_method), { customer: customer.id, off_session: true });
    expect(paid.status).toBe('succeeded');
  });

  test('a declined card is not saved', async () => {
    const confirm = { ...CARD_SETUP, confirm: true, payment_method: 'pm_card_chargeDeclined' };
    const error = await errorOf(stripe.setupIntents.create(confirm));
    expect(error).toMatchObject({ statusCode: 402, code: 'card_declined' });
    expect(error.setup_intent).toMatchObject({ status: 'requires_payment_method' });
  });
});
