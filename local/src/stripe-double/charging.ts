import { book, processingFee } from './balance.ts';
import { StripeError, type StripeErrorBody } from './errors.ts';
import { nowSeconds } from './ids.ts';
import { openDisputeOfCard } from './resources/disputes.ts';
import { cardDetails, newCharge } from './shapes/charge.ts';
import type { Charge, PaymentIntent, PaymentMethod, ThreeDSecure } from './shapes/index.ts';
import { type Decline, type TestCard, testCard } from './test-cards.ts';
import { emit, type Work } from './work.ts';

/** The behaviour behind a saved payment method. Every method of the double is made from a test card. */
export function cardBehind(work: Work, method: PaymentMethod): TestCard {
  const card = testCard(`pm_card_${work.tx.hidden(method.id).card}`);
  if (!card) throw new Error(`Payment method ${method.id} was not made from a test card`);
  return card;
}

const AUTHENTICATED: ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: '00000000-0000-4000-8000-000000000000',
  version: '2.2.0',
};

/** The decline of a card that wants its owner, when nobody is there to be asked. */
export const AUTHENTICATION_REQUIRED: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

function baseCharge(intent: PaymentIntent, method: PaymentMethod, isAuthenticated: boolean): Partial<Charge> {
  return {
    billing_details: method.billing_details,
    customer: intent.customer,
    description: intent.description,
    metadata: intent.metadata,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: cardDetails(method.card, intent.amount, isAuthenticated ? AUTHENTICATED : null),
    receipt_email: intent.receipt_email,
    shipping: intent.shipping,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    transfer_group: intent.transfer_group,
  };
}

/** The attempt failed: the intent asks for another payment method and remembers why. Throws the 402. */
export function failAttempt(work: Work, intent: PaymentIntent, method: PaymentMethod, error: StripeErrorBody): never {
  const failed = work.tx.put<PaymentIntent>({
    ...intent,
    last_payment_error: { ...error, payment_method: method },
    latest_charge: error.charge ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(work, 'payment_intent.payment_failed', failed);
  throw new StripeError(402, { ...error, payment_intent: failed, payment_method: method }, { keepsEffects: true });
}

/** The issuer says no: a failed charge is left behind, as Stripe leaves one for every attempt that reached the issuer. */
export function declineAttempt(work: Work, intent: PaymentIntent, method: PaymentMethod, reason: Decline): never {
  const charge = work.tx.put(
    newCharge({
      ...baseCharge(intent, method, false),
      amount: intent.amount,
      currency: intent.currency,
      failure_code: reason.code,
      failure_message: reason.message,
      outcome: {
        advice_code: 'try_again_later',
        network_advice_code: null,
        network_decline_code: '05',
        network_status: 'declined_by_network',
        reason: reason.declineCode ?? reason.code,
        seller_message: 'The bank did not return any further details with this decline.',
        type: 'issuer_declined',
      },
      status: 'failed',
    }),
  );
  emit(work, 'charge.failed', charge);
  failAttempt(work, intent, method, {
    type: 'card_error',
    code: reason.code,
    ...(reason.declineCode ? { decline_code: reason.declineCode } : {}),
    message: reason.message,
    charge: charge.id,
  });
}

/** Books the money of a captured charge, less Stripe's fee. */
export function settleCapture(work: Work, charge: Charge, amountMinor: number): Charge {
  const delay = work.settings.settlementDelaySeconds;
  const movement = book(work, {
    amount: amountMinor,
    available_on: nowSeconds() + delay,
    currency: charge.currency,
    description: charge.description,
    fee: processingFee(work, amountMinor),
    reporting_category: 'charge',
    source: charge.id,
    status: delay === 0 ? 'available' : 'pending',
    type: 'charge',
  });
  return work.tx.put({ ...charge, amount_captured: amountMinor, balance_transaction: movement.id, captured: true });
}

/** The issuer says yes: the money is held (manual capture) or taken at once. */
function approveAttempt(
  work: Work,
  intent: PaymentIntent,
  method: PaymentMethod,
  isAuthenticated: boolean,
): PaymentIntent {
  const held = newCharge({
    ...baseCharge(intent, method, isAuthenticated),
    amount: intent.amount,
    currency: intent.currency,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    },
    status: 'succeeded',
  });
  const isManual = intent.capture_method === 'manual';
  const charge = isManual ? work.tx.put(held) : settleCapture(work, held, intent.amount);
  const next = work.tx.put<PaymentIntent>({
    ...intent,
    amount_capturable: isManual ? intent.amount : 0,
    amount_received: isManual ? 0 : intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: method.id,
    status: isManual ? 'requires_capture' : 'succeeded',
  });
  emit(work, 'charge.succeeded', charge);
  emit(work, isManual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', next);
  if (!isManual) openDisputeOfCard(work, charge);
  return next;
}

/** Asks the issuer for the money. Returns the intent after approval; throws the 402 after a decline. */
export function attemptCharge(
  work: Work,
  intent: PaymentIntent,
  method: PaymentMethod,
  isAuthenticated: boolean,
): PaymentIntent {
  const { decline } = cardBehind(work, method);
  if (decline) declineAttempt(work, intent, method, decline);
  return approveAttempt(work, intent, method, isAuthenticated);
}
