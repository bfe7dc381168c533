import { AppError } from '@vitrina/platform/errors';
import Stripe from 'stripe';
import type { WebhookReader, WebhookSubject } from '../../domain/provider.ts';
import { intentState, refundState } from './views.ts';

/** What we look at in the object of an event, whatever its kind. */
interface EventObject {
  readonly id?: string;
  readonly object?: string;
  readonly status?: string;
  readonly last_payment_error?: Stripe.PaymentIntent['last_payment_error'];
  readonly metadata?: Readonly<Record<string, string>> | null;
}

const intentClaims = ({ status, last_payment_error = null }: EventObject) =>
  status === undefined ? undefined : intentState({ status: status as Stripe.PaymentIntent.Status, last_payment_error });

const subjectOf = (event: Stripe.Event): WebhookSubject | null => {
  const { object } = event.data as { object: EventObject };
  if (object.id === undefined) return null;
  if (object.object === 'payment_intent') {
    const paymentId = object.metadata?.['paymentId'] ?? null;
    return { kind: 'intent', intentId: object.id, paymentId, claims: intentClaims(object) };
  }
  if (object.object === 'refund') {
    const refundId = object.metadata?.['refundId'] ?? null;
    const claims = object.status === undefined ? undefined : refundState(object.status);
    return { kind: 'refund', providerRefundId: object.id, refundId, claims };
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
