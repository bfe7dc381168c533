import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { signatureHeader } from './signature.ts';

test('the signature is the one the SDK itself would make and accept', () => {
  const body = JSON.stringify({ id: 'evt_1', object: 'event', text: 'naïve "quotes" €' });
  const at = Math.floor(Date.now() / 1_000);
  const header = signatureHeader(body, 'whsec_x', at);
  const made = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: 'whsec_x', timestamp: at });
  expect(header).toBe(made);
  expect(Stripe.webhooks.constructEvent(body, header, 'whsec_x')).toMatchObject({ id: 'evt_1' });
});

test('an old signature is refused by the SDK', () => {
  const header = signatureHeader('{}', 'whsec_x', Math.floor(Date.now() / 1_000) - 3_600);
  expect(() => Stripe.webhooks.constructEvent('{}', header, 'whsec_x')).toThrow(/tolerance/);
});
