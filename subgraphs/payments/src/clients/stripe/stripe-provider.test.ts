import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { createStripeProvider } from './stripe-provider.ts';

const startedAt = new Date('2026-03-01T12:00:00Z');

/** A provider whose requests are all answered like that, and what it was asked. */
const answering = ({ status, error }: { readonly status: number; readonly error: object }) => {
  const asked: string[] = [];
  const httpClient = Stripe.createFetchHttpClient(async (url: RequestInfo | URL, init?: RequestInit) => {
    asked.push(`${init?.method} ${new URL(String(url)).pathname}`);
    return new Response(JSON.stringify({ error }), { status, headers: { 'content-type': 'application/json' } });
  });
  const stripe = new Stripe('sk_test_unused', { httpClient, maxNetworkRetries: 0, telemetry: false });
  return { provider: createStripeProvider(stripe, () => startedAt), asked };
};
const keyNotTaken = { status: 401, error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } };
const notAllowed = { status: 403, error: { type: 'invalid_request_error', message: 'The key lacks a permission' } };
const noSuchIntent = {
  status: 404,
  error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No' },
};

const refund = {
  callId: 'pcl_1',
  startedAt,
  intentId: 'pi_1',
  refundId: 'rfd_1',
  amountMinor: 700n,
  currency: 'EUR',
};
const authorisation = {
  ...{ callId: 'pcl_2', startedAt, intentId: null, paymentId: 'pay_1', groupId: 'grp_1', amountMinor: 700n },
  ...{ currency: 'EUR', providerToken: 'pm_1', customerId: null, saveMethod: false, returnUrl: null },
};

describe('a refund', () => {
  it.each([
    ['whose key is not taken', keyNotTaken],
    ['whose key may not do this', notAllowed],
  ])('%s is asked for again, and not written off', async (_what, answer) => {
    expect(await answering(answer).provider.refund(refund)).toMatchObject({ kind: 'unknown' });
  });

  it('that the provider cannot make is refused', async () => {
    expect(await answering(noSuchIntent).provider.refund(refund)).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['not allowed', keyNotTaken],
    ['of an intent that is not found', noSuchIntent],
  ])('whose answer was lost may have happened, also when looking for it is %s', async (_what, answer) => {
    const { provider, asked } = answering(answer);
    expect(await provider.askRefunded(refund)).toMatchObject({ kind: 'unknown' });
    expect(asked).toEqual(['GET /v1/refunds']);
  });
});

describe('an authorisation', () => {
  it('is refused when our key is not taken, since the buyer waits and may pay another way', async () => {
    expect(await answering(keyNotTaken).provider.authorise(authorisation)).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['by looking for it', authorisation],
    ['by its intent', { ...authorisation, intentId: 'pi_1' }],
  ])('whose answer was lost is not taken for declined because we may not ask %s', async (_what, order) => {
    expect(await answering(keyNotTaken).provider.askAuthorised(order)).toMatchObject({ kind: 'unknown' });
  });
});
