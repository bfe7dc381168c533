import { AppError } from '@vitrina/platform/errors';
import Stripe from 'stripe';
import type { WebhookReader, WebhookSubject } from '../../domain/provider.ts';

const subjectOf = (event: Stripe.Event): WebhookSubject | null => {
  const { object } = event.data as {
    object: { id?: string; object?: string; metadata?: Record<string, string> | null };
  };
  if (object.id === undefined) return null;
  if (object.object === 'payment_intent') {
    return { kind: 'intent', intentId: object.id, paymentId: object.metadata?.['paymentId'] ?? null };
  }
  if (object.object === 'refund') {
    return { kind: 'refund', providerRefundId: object.id, refundId: object.metadata?.['refundId'] ?? null };
  }
  return null;
};

/** Reads Stripe's webhooks; the SDK checks the signature over the bytes as they arrived, and their age (5 minutes). */
export const createWebhookReader = (stripe: Stripe, secret: string): WebhookReader => ({
  readWebhook: (body, signature) => {
    try {
      const event = stripe.webhooks.constructEvent(body, signature, secret);
      return { eventId: event.id, type: event.type, subject: subjectOf(event) };
    } catch (cause) {
      if (!(cause instanceof Stripe.errors.StripeSignatureVerificationError)) throw cause;
      throw new AppError(
        'FORBIDDEN',
        'The webhook is not signed by the provider; check VITRINA_STRIPE_WEBHOOK_SECRET.',
        { cause },
      );
    }
  },
});
