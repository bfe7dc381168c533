import type Stripe from 'stripe';
import type { CardView, IntentView, RefundView } from '../../domain/provider.ts';
import { fromStripe } from './amounts.ts';
import { failureOf } from './failures.ts';

/** What an answer is asked to include, so that one call tells all we keep. */
export const intentExpansion = ['payment_method', 'latest_charge.balance_transaction'];

const cardOf = (method: string | Stripe.PaymentMethod | null): CardView | null => {
  if (method === null || typeof method === 'string') return null;
  return cardView(method);
};

/** A card as we keep it; null for a method that is not a card. */
export const cardView = (method: Stripe.PaymentMethod): CardView | null =>
  method.card
    ? {
        token: method.id,
        customerId: typeof method.customer === 'string' ? method.customer : (method.customer?.id ?? null),
        brand: method.card.brand,
        last4: method.card.last4,
        expiryMonth: method.card.exp_month,
        expiryYear: method.card.exp_year,
      }
    : null;

const feeOf = (charge: string | Stripe.Charge | null): IntentView['fee'] => {
  if (charge === null || typeof charge === 'string') return null;
  const movement = charge.balance_transaction;
  if (movement === null || typeof movement === 'string') return null;
  return { amountMinor: fromStripe(movement.fee, movement.currency), currency: movement.currency.toUpperCase() };
};

/** Where a PaymentIntent stands, in our words. */
export const intentState = (
  intent: Pick<Stripe.PaymentIntent, 'status' | 'last_payment_error'>,
): IntentView['state'] => {
  switch (intent.status) {
    case 'requires_action':
      return 'REQUIRES_ACTION';
    case 'requires_capture':
      return 'AUTHORISED';
    case 'succeeded':
      return 'CAPTURED';
    case 'canceled':
      return 'VOIDED';
    case 'requires_payment_method':
      // We confirm at creation, so an intent that asks for a method again has had its attempt.
      return intent.last_payment_error ? 'FAILED' : 'PROCESSING';
    default:
      return 'PROCESSING';
  }
};

/** A PaymentIntent in our words. */
export const intentView = (intent: Stripe.PaymentIntent): IntentView => ({
  intentId: intent.id,
  paymentId: intent.metadata['paymentId'] ?? null,
  state: intentState(intent),
  capturedMinor: fromStripe(intent.amount_received, intent.currency),
  action:
    intent.status === 'requires_action'
      ? { redirectUrl: intent.next_action?.redirect_to_url?.url ?? null, clientSecret: intent.client_secret }
      : null,
  failure: intent.last_payment_error ? failureOf(intent.last_payment_error) : null,
  card: cardOf(intent.payment_method),
  fee: feeOf(intent.latest_charge),
});

const refundStates: Readonly<Record<string, RefundView['state']>> = {
  succeeded: 'SUCCEEDED',
  pending: 'PENDING',
  requires_action: 'PENDING',
};

/** Where a Refund stands, in our words. */
export const refundState = (status: string | null): RefundView['state'] =>
  refundStates[status ?? 'pending'] ?? 'FAILED';

/**
 * A Refund in our words. One that waits for something is pending, for it may still succeed; a cancelled one did not bring
 * the money back.
 */
export const refundView = (refund: Stripe.Refund): RefundView => ({
  providerRefundId: refund.id,
  refundId: refund.metadata?.['refundId'] ?? null,
  state: refundState(refund.status),
});
