import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { createWebhookReader } from './webhook-reader.ts';

const secret = 'whsec_of_this_test';
const stripe = new Stripe('sk_test_unused');
const reader = createWebhookReader(stripe, secret);
const signed = (event: object, more: { secret?: string; timestamp?: number } = {}) => {
  const payload = JSON.stringify(event);
  const signature = stripe.webhooks.generateTestHeaderString({ payload, secret, ...more });
  return [Buffer.from(payload), signature] as const;
};
const about = (object: object, type = 'payment_intent.succeeded') => ({
  id: 'evt_1',
  object: 'event',
  type,
  data: { object },
});
const subjectOf = (object: object) => reader.readWebhook(...signed(about(object))).subject;

describe('a webhook of Stripe', () => {
  it('about an intent names it, our payment, and the state it claims', () => {
    const object = {
      id: 'pi_1',
      object: 'payment_intent',
      status: 'requires_capture',
      metadata: { paymentId: 'pay_1' },
    };
    expect(reader.readWebhook(...signed(about(object)))).toEqual({
      eventId: 'evt_1',
      type: 'payment_intent.succeeded',
      subject: { kind: 'intent', intentId: 'pi_1', paymentId: 'pay_1', claims: 'AUTHORISED' },
    });
  });

  it('claims a failure only where an attempt failed', () => {
    const waiting = { id: 'pi_1', object: 'payment_intent', status: 'requires_payment_method' };
    expect(subjectOf(waiting)).toMatchObject({ claims: 'PROCESSING' });
    expect(subjectOf({ ...waiting, last_payment_error: { code: 'card_declined' } })).toMatchObject({
      claims: 'FAILED',
    });
  });

  it('claims nothing where it does not say', () => {
    expect(subjectOf({ id: 'pi_1', object: 'payment_intent' })).toEqual({
      kind: 'intent',
      intentId: 'pi_1',
      paymentId: null,
      claims: undefined,
    });
    expect(subjectOf({ id: 're_1', object: 'refund', metadata: null })).toEqual({
      kind: 'refund',
      providerRefundId: 're_1',
      refundId: null,
      claims: undefined,
    });
  });

  it.each([
    ['succeeded', 'SUCCEEDED'],
    ['pending', 'PENDING'],
    ['failed', 'FAILED'],
  ])('about a refund that is %s claims %s', (status, claims) => {
    const object = { id: 're_1', object: 'refund', status, metadata: { refundId: 'rfd_1' } };
    expect(subjectOf(object)).toEqual({ kind: 'refund', providerRefundId: 're_1', refundId: 'rfd_1', claims });
  });

  it.each([{ id: 'cus_1', object: 'customer' }, { object: 'payment_intent' }, {}])(
    'about %j is about nothing payments follows',
    (object) => {
      expect(subjectOf(object)).toBeNull();
    },
  );

  it('is refused with another secret, an old signature, changed bytes, and none', () => {
    const event = about({ id: 'pi_1', object: 'payment_intent' });
    const [body, signature] = signed(event);
    const refused = (bytes: Buffer, given: string) =>
      expect(() => reader.readWebhook(bytes, given)).toThrow(
        expect.objectContaining({
          code: 'FORBIDDEN',
          message: expect.stringContaining('VITRINA_STRIPE_WEBHOOK_SECRET'),
        }),
      );
    refused(...signed(event, { secret: 'whsec_another' }));
    refused(...signed(event, { timestamp: Math.floor(Date.now() / 1_000) - 600 }));
    refused(Buffer.concat([body, Buffer.from(' ')]), signature);
    refused(body, '');
  });
});
