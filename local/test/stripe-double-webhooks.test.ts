import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StripeDouble } from '../src/stripe-double/index.ts';
import { CARD_PAYMENT, type Receiver, startReceiver, startWithSdk, WEBHOOK_SECRET } from './fixtures/stripe/harness.ts';

let double: StripeDouble;
let stripe: Stripe;
let shop: Receiver;

beforeEach(async () => {
  shop = await startReceiver();
  ({ double, stripe } = await startWithSdk({ webhook: { url: shop.url, secret: WEBHOOK_SECRET } }));
  await double.control.settings({ webhookRetryInitialMs: 20, webhookRetryMaxMs: 80, webhookTimeoutMs: 5_000 });
});
afterEach(async () => {
  await double.close();
  await shop.close();
});

function pay(extra: Partial<Stripe.PaymentIntentCreateParams> = {}) {
  return stripe.paymentIntents.create({ ...CARD_PAYMENT, payment_method: 'pm_card_visa', confirm: true, ...extra });
}

/** How often each type arrived. */
function counts(): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const type of shop.types()) counted[type] = (counted[type] ?? 0) + 1;
  return counted;
}

describe('webhooks', () => {
  test('are signed so that the SDK accepts them, and a changed body is refused', async () => {
    const paid = await pay();
    expect(await double.control.whenIdle()).toBe(true);
    expect(counts()).toEqual({ 'payment_intent.created': 1, 'charge.succeeded': 1, 'payment_intent.succeeded': 1 });
    for (const { body, signature } of shop.received) {
      const event = stripe.webhooks.constructEvent(body, signature, WEBHOOK_SECRET);
      expect(event).toMatchObject({ object: 'event', api_version: '2026-10-28.endive', livemode: false });
      const forged = body.replace('5000', '1');
      expect(() => stripe.webhooks.constructEvent(forged, signature, WEBHOOK_SECRET)).toThrow(/signature/i);
      expect(() => stripe.webhooks.constructEvent(body, signature, 'whsec_other')).toThrow(/signature/i);
    }
    const last = shop.received.find(({ event }) => event.type === 'payment_intent.succeeded')?.event;
    expect(last?.data.object).toMatchObject({ id: paid.id, status: 'succeeded' });
    expect(last?.request?.id).toBe(paid.lastResponse.requestId);
    expect((await stripe.events.retrieve(String(last?.id))).pending_webhooks).toBe(0);
  });

  test('go to registered endpoints by their enabled events, with their own secret, until they are deleted', async () => {
    const own = await startReceiver();
    const endpoint = await stripe.webhookEndpoints.create({
      url: own.url,
      enabled_events: ['payment_intent.succeeded', 'charge.refunded'],
    });
    const { id } = await pay();
    await double.control.whenIdle();
    expect(own.types()).toEqual(['payment_intent.succeeded']);
    const [first] = own.received;
    const verify = () =>
      stripe.webhooks.constructEvent(String(first?.body), String(first?.signature), String(endpoint.secret));
    expect(verify().type).toBe('payment_intent.succeeded');
    expect((await stripe.webhookEndpoints.list()).data).toHaveLength(2);
    await stripe.webhookEndpoints.del(endpoint.id);
    await stripe.refunds.create({ payment_intent: id });
    await double.control.whenIdle();
    expect(own.types()).toHaveLength(1);
    await own.close();
  });

  test('of connected accounts name the account and reach Connect endpoints only', async () => {
    const [connect, plain] = [await startReceiver(), await startReceiver()];
    await stripe.webhookEndpoints.create({ url: connect.url, enabled_events: ['*'], connect: true });
    await stripe.webhookEndpoints.create({ url: plain.url, enabled_events: ['*'] });
    const account = await stripe.accounts.create({ type: 'custom' });
    await double.control.topUp({ account: account.id, currency: 'usd', amount: 500 });
    await stripe.payouts.create({ amount: 500, currency: 'usd' }, { stripeAccount: account.id });
    await double.control.whenIdle();
    expect(connect.types()).toEqual(['account.updated', 'payout.created', 'payout.paid']);
    expect(connect.received.every(({ event }) => event.account === account.id)).toBe(true);
    expect(plain.types()).toEqual([]);
    await Promise.all([connect.close(), plain.close()]);
  });

  test('are tried again with growing pauses until the shop answers 2xx', async () => {
    shop.answers = [500, 503, 302];
    await stripe.customers.create({});
    expect(await double.control.whenIdle()).toBe(true);
    expect(shop.types()).toEqual(Array.from({ length: 4 }, () => 'customer.created'));
    const [a = 0, b = 0, c = 0, d = 0] = shop.received.map(({ atMs }) => atMs);
    expect(b - a).toBeGreaterThanOrEqual(18);
    expect(c - b).toBeGreaterThanOrEqual(36);
    expect(d - c).toBeGreaterThanOrEqual(72);
    const attempts = await double.control.deliveries();
    expect(attempts.map(({ attempt, outcome, detail }) => [attempt, outcome, detail])).toEqual([
      [1, 'refused', '500'],
      [2, 'refused', '503'],
      [3, 'refused', '302'],
      [4, 'delivered', '200'],
    ]);
  });

  test('wait for a shop that is down or silent', async () => {
    await double.control.settings({ webhookTimeoutMs: 300 });
    let isSilent = true;
    shop.onReceive = () => (isSilent ? new Promise(() => undefined) : undefined);
    await stripe.customers.create({});
    await expect.poll(() => shop.received.length).toBeGreaterThanOrEqual(1);
    isSilent = false;
    expect(await double.control.whenIdle()).toBe(true);
    expect((await double.control.deliveries()).at(-1)?.outcome).toBe('delivered');
  });

  test('give up after the last attempt', async () => {
    await double.control.settings({ webhookMaxAttempts: 2, webhookRetryInitialMs: 1 });
    shop.answers = [500, 500, 500, 500];
    await stripe.customers.create({});
    expect(await double.control.whenIdle()).toBe(true);
    expect(shop.received).toHaveLength(2);
  });
});

describe('webhooks on demand', () => {
  test('arrive ten times', async () => {
    await double.control.addWebhookMode({
      types: ['payment_intent.succeeded'],
      mode: { kind: 'duplicate', times: 10 },
    });
    await pay();
    await double.control.whenIdle();
    expect(counts()).toMatchObject({ 'payment_intent.succeeded': 10, 'charge.succeeded': 1 });
    const ids = shop.received
      .filter(({ event }) => event.type === 'payment_intent.succeeded')
      .map(({ event }) => event.id);
    expect(new Set(ids).size).toBe(1);
    await pay();
    await double.control.whenIdle();
    expect(counts()['payment_intent.succeeded']).toBe(11);
  });

  test('arrive late', async () => {
    await double.control.addWebhookMode({ types: ['payment_intent.succeeded'], mode: { kind: 'delay', delayMs: 150 } });
    const askedAt = Date.now();
    await pay();
    await double.control.whenIdle();
    const late = shop.received.at(-1);
    expect(late?.event.type).toBe('payment_intent.succeeded');
    // Node's timers may be a millisecond early.
    expect(Number(late?.atMs) - askedAt).toBeGreaterThanOrEqual(149);
  });

  test('arrive in reverse order', async () => {
    await double.control.addWebhookMode({ count: 3, mode: { kind: 'reorder', window: 3 } });
    await pay();
    await expect
      .poll(() => shop.types())
      .toEqual(['payment_intent.succeeded', 'charge.succeeded', 'payment_intent.created']);
  });

  test('arrive before the answer to the request that caused them', async () => {
    await double.control.addWebhookMode({ types: ['payment_intent.succeeded'], mode: { kind: 'before_response' } });
    let isAnswered = false;
    const seen: boolean[] = [];
    shop.onReceive = ({ event }) => {
      if (event.type === 'payment_intent.succeeded') seen.push(isAnswered);
    };
    const paid = await pay();
    isAnswered = true;
    expect(seen).toEqual([false]);
    const early = shop.received.find(({ event }) => event.type === 'payment_intent.succeeded');
    expect(early?.event.data.object).toMatchObject({ id: paid.id });
    await double.control.whenIdle();
    expect(counts()['payment_intent.succeeded']).toBe(1);
  });

  test('get lost and come with the retries', async () => {
    await double.control.addWebhookMode({ types: ['customer.*'], mode: { kind: 'drop', attempts: 2 } });
    await stripe.customers.create({});
    await double.control.whenIdle();
    expect(shop.received).toHaveLength(1);
    const outcomes = (await double.control.deliveries()).map((attempt) => attempt.outcome);
    expect(outcomes).toEqual(['dropped', 'dropped', 'delivered']);
  });

  test('are sent again when asked for', async () => {
    await stripe.customers.create({});
    await double.control.whenIdle();
    const [event] = (await stripe.events.list()).data;
    await double.control.resendEvent(String(event?.id), 3);
    await double.control.whenIdle();
    expect(shop.received.map((item) => item.event.id)).toEqual(Array(4).fill(event?.id));
  });

  test('arrive although the request that caused them timed out', async () => {
    await double.control.addFault({ method: 'POST', fault: { kind: 'timeout_after' } });
    await expect(stripe.customers.create({}, { timeout: 1_000 })).rejects.toThrow(/timeout/);
    await double.control.whenIdle();
    expect(shop.types()).toEqual(['customer.created']);
  });
});
