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

/** A request as no SDK would send it. */
function raw(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: 'Bearer sk_test_raw', ...init.headers };
  return fetch(`${double.url}${path}`, { ...init, headers });
}

describe('who may ask', () => {
  test.each(['sk_live_real', 'pk_test_public', 'nonsense'])(
    'a key like %s is refused and not repeated',
    async (key) => {
      const error = await errorOf(stripeFor(double, {}).customers.list({}, { apiKey: `${key}0123456789` }));
      expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
      expect(error.message).not.toContain('0123456789');
      expect(error.requestId).toMatch(/^req_/);
    },
  );

  test('no key at all is refused in the shape of Stripe', async () => {
    const answer = await fetch(`${double.url}/v1/customers`);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { type: 'invalid_request_error', message: expect.any(String) },
    });
  });

  test('the key may come as the user name of basic authentication', async () => {
    const basic = Buffer.from('sk_test_curl:').toString('base64');
    expect((await raw('/v1/balance', { headers: { Authorization: `Basic ${basic}` } })).status).toBe(200);
  });
});

describe('parameters', () => {
  test('missing, wrong and unknown ones are named', async () => {
    const create = (params: object) =>
      errorOf(stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams));
    expect(await create({ currency: 'usd' })).toMatchObject({
      code: 'parameter_missing',
      param: 'amount',
      statusCode: 400,
    });
    expect(await create({ ...CARD_PAYMENT, amount: 'ten' })).toMatchObject({ code: 'parameter_invalid_integer' });
    expect(await create({ ...CARD_PAYMENT, amount: -5 })).toMatchObject({ param: 'amount' });
    expect(await create({ ...CARD_PAYMENT, amount: 100_000_000 })).toMatchObject({ code: 'amount_too_large' });
    expect(await create({ ...CARD_PAYMENT, currency: 'dollars' })).toMatchObject({ param: 'currency' });
    expect(await create({ ...CARD_PAYMENT, amuont: 1 })).toMatchObject({ code: 'parameter_unknown', param: 'amuont' });
    const nested = { ...CARD_PAYMENT, automatic_payment_methods: { enabled: true, allow: 'x' } };
    expect(await create(nested)).toMatchObject({ param: 'automatic_payment_methods[allow]' });
    expect(await create({ ...CARD_PAYMENT, payment_method_types: ['card'] })).toMatchObject({
      code: 'parameter_unknown',
    });
    expect(await create({ ...CARD_PAYMENT, customer: 'cus_none' })).toMatchObject({
      code: 'resource_missing',
      param: 'customer',
      statusCode: 400,
    });
  });

  test('metadata keeps naughty text, merges on update, and has limits', async () => {
    const naughty = { quote: `"'<&>`, emoji: '🧾 café', brackets: 'a[b]=c&d', 'a b': '%00' };
    const customer = await stripe.customers.create({ metadata: naughty });
    expect(customer.metadata).toEqual(naughty);
    const updated = await stripe.customers.update(customer.id, { metadata: { quote: '', fresh: '1' } });
    expect(updated.metadata).toEqual({ emoji: naughty.emoji, brackets: naughty.brackets, 'a b': '%00', fresh: '1' });
    const polluting = await raw('/v1/customers', { method: 'POST', body: 'metadata[__proto__][x]=1' });
    expect(polluting.status).toBe(400);
    const long = await errorOf(stripe.customers.create({ metadata: { k: 'v'.repeat(501) } }));
    expect(long.param).toBe('metadata[k]');
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 'v']));
    expect((await errorOf(stripe.customers.create({ metadata: many }))).param).toBe('metadata');
  });

  test('card numbers are refused wherever they come', async () => {
    const number = '4242424242424242';
    for (const body of [
      `type=card&card[number]=${number}`,
      `type=card&card%5Bcvc%5D=123`,
      `amount=1&currency=usd&payment_method_data[card][number]=${number}`,
      `source[number]=${number}`,
    ]) {
      const answer = await raw('/v1/payment_methods', { method: 'POST', body });
      const text = await answer.text();
      expect(answer.status).toBe(402);
      expect(text).toContain('send tokens only');
      expect(text).not.toContain(number);
    }
  });

  test('bodies that are too deep, too many or too long are refused', async () => {
    const post = (body: string) => raw('/v1/customers', { method: 'POST', body });
    expect((await post(`a${'[b]'.repeat(20)}=1`)).status).toBe(400);
    expect((await post(Array.from({ length: 2_001 }, (_, index) => `k${index}=1`).join('&'))).status).toBe(400);
    expect((await post(`name=${'x'.repeat(1_100_000)}`)).status).toBe(413);
  });
});

describe('answers', () => {
  test('carry the request id, the version and the account they were asked with', async () => {
    const customer = await stripe.customers.create({}, { idempotencyKey: 'k' });
    const { headers } = customer.lastResponse;
    expect(customer.lastResponse.requestId).toMatch(/^req_/);
    expect(headers).toMatchObject({ 'stripe-version': '2026-10-28.endive', 'idempotency-key': 'k' });
    const older = await raw('/v1/balance', { headers: { 'Stripe-Version': '2019-02-19' } });
    expect(older.headers.get('stripe-version')).toBe('2019-02-19');
  });

  test('to unknown addresses and missing objects are 404', async () => {
    const unknown = await raw('/v1/subscriptions');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('Unrecognized request URL');
    const missing = await errorOf(stripe.paymentIntents.retrieve('pi_none'));
    expect(missing).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'id' });
    for (const id of ['%E0%A4%A', '..', '%2e%2e%2f', 'a b']) expect((await raw(`/v1/charges/${id}`)).status).toBe(404);
  });

  test('expand what is asked for, four levels deep, and refuse the rest', async () => {
    const customer = await stripe.customers.create({});
    const paid = await stripe.paymentIntents.create({
      ...CARD_PAYMENT,
      customer: customer.id,
      payment_method: 'pm_card_visa',
      confirm: true,
      expand: ['customer', 'payment_method', 'latest_charge.balance_transaction.source'],
    });
    expect(paid.customer).toMatchObject({ object: 'customer', id: customer.id });
    expect(paid.payment_method).toMatchObject({ object: 'payment_method' });
    expect(paid.latest_charge).toMatchObject({ balance_transaction: { source: { object: 'charge' } } });
    const listed = await stripe.paymentIntents.list({ expand: ['data.latest_charge'] });
    expect(listed.data[0]?.latest_charge).toMatchObject({ object: 'charge' });
    const wrong = errorOf(stripe.paymentIntents.retrieve(paid.id, { expand: ['secret'] }));
    expect((await wrong).message).toContain('cannot be expanded (secret)');
    const deep = ['latest_charge.payment_intent.latest_charge.payment_intent.latest_charge'];
    expect((await errorOf(stripe.paymentIntents.retrieve(paid.id, { expand: deep }))).message).toContain('4 levels');
  });

  test('a refused expansion leaves no trace of the change', async () => {
    await errorOf(stripe.customers.create({ expand: ['nonsense'] }));
    expect((await stripe.customers.list()).data).toEqual([]);
  });
});

describe('lists', () => {
  test('are newest first, in pages, forwards and backwards', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 7; index++) ids.unshift((await stripe.customers.create({ name: `c${index}` })).id);
    const first = await stripe.customers.list({ limit: 3 });
    expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
    expect(first.data.map((customer) => customer.id)).toEqual(ids.slice(0, 3));
    const next = await stripe.customers.list({ limit: 3, starting_after: ids[2] });
    expect(next.data.map((customer) => customer.id)).toEqual(ids.slice(3, 6));
    const last = await stripe.customers.list({ limit: 3, starting_after: ids[5] });
    expect(last).toMatchObject({ has_more: false, data: [{ id: ids[6] }] });
    const back = await stripe.customers.list({ limit: 2, ending_before: ids[3] });
    expect(back.data.map((customer) => customer.id)).toEqual(ids.slice(1, 3));
    expect(back.has_more).toBe(true);
    const all: string[] = [];
    for await (const customer of stripe.customers.list({ limit: 2 })) all.push(customer.id);
    expect(all).toEqual(ids);
  });

  test('refuse wrong limits and cursors', async () => {
    expect((await errorOf(stripe.customers.list({ limit: 101 }))).param).toBe('limit');
    const lost = await errorOf(stripe.customers.list({ starting_after: 'cus_none' }));
    expect(lost).toMatchObject({ code: 'resource_missing', param: 'starting_after' });
  });

  test('can be narrowed by customer, e-mail, type and time', async () => {
    const ada = await stripe.customers.create({ email: 'ada@example.com' });
    await stripe.customers.create({ email: 'bob@example.com' });
    const payment = { ...CARD_PAYMENT, payment_method: 'pm_card_visa', confirm: true };
    const paid = await stripe.paymentIntents.create({ ...payment, customer: ada.id, transfer_group: 'g' });
    await stripe.paymentIntents.create(payment);
    expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toHaveLength(1);
    expect((await stripe.paymentIntents.list({ customer: ada.id })).data).toHaveLength(1);
    expect((await stripe.charges.list({ payment_intent: paid.id })).data).toHaveLength(1);
    expect((await stripe.charges.list({ transfer_group: 'g' })).data).toHaveLength(1);
    const now = Math.floor(Date.now() / 1_000);
    expect((await stripe.charges.list({ created: { gte: now - 60, lt: now + 60 } })).data).toHaveLength(2);
    expect((await stripe.charges.list({ created: { gt: now + 60 } })).data).toEqual([]);
    expect((await stripe.events.list({ type: 'customer.created' })).data).toHaveLength(2);
  });

  test('deleted customers are gone, and their methods with them', async () => {
    const customer = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    expect(await stripe.customers.del(customer.id)).toEqual({ id: customer.id, object: 'customer', deleted: true });
    expect((await errorOf(stripe.customers.retrieve(customer.id))).code).toBe('resource_missing');
    expect((await stripe.paymentMethods.retrieve(method.id)).customer).toBeNull();
  });
});
