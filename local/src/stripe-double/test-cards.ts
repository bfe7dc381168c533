import { createHash } from 'node:crypto';
import type { CardFace } from './shapes/payment-method.ts';

/**
 * An issuer's refusal: Stripe's error code, the issuer's own reason where there is one, and a sentence for the
 * buyer.
 */
export interface Decline {
  code: string;
  declineCode?: string;
  message: string;
}

/** How a test card behaves. Names and behaviour: docs.stripe.com/testing (PaymentMethods and Tokens columns). */
export interface TestCard {
  name: string;
  brand: string;
  last4: string;
  funding?: 'debit';
  decline?: Decline;
  /** Ordinary declining cards are already refused when saved; this one is saved and declines when charged. */
  savesThenDeclines?: boolean;
  challenge?: 'always' | 'unless_set_up';
  dispute?: { reason: string; inquiry: boolean };
  refund?: 'pending' | 'fails';
}

function decline(code: string, declineCode: string | undefined, message: string): Decline {
  return { code, declineCode, message };
}

const GENERIC = decline('card_declined', 'generic_decline', 'Your card was declined.');

const DECLINES: readonly [suffix: string, last4: string, decline: Decline][] = [
  ['', '0002', GENERIC],
  ['InsufficientFunds', '9995', decline('card_declined', 'insufficient_funds', 'Your card has insufficient funds.')],
  ['LostCard', '9987', decline('card_declined', 'lost_card', 'Your card was declined.')],
  ['StolenCard', '9979', decline('card_declined', 'stolen_card', 'Your card was declined.')],
  ['Fraudulent', '0019', decline('card_declined', 'fraudulent', 'Your card was declined.')],
  ['ExpiredCard', '0069', decline('expired_card', undefined, 'Your card has expired.')],
  ['IncorrectCvc', '0127', decline('incorrect_cvc', undefined, "Your card's security code is incorrect.")],
  [
    'ProcessingError',
    '0119',
    decline('processing_error', undefined, 'An error occurred while processing your card. Try again in a little bit.'),
  ],
];

function declining(): TestCard[] {
  return DECLINES.flatMap(([suffix, last4, reason]) =>
    // Stripe documents both spellings.
    ['chargeDeclined', 'visa_chargeDeclined'].map((stem) => ({
      name: `${stem}${suffix}`,
      brand: 'visa',
      last4,
      decline: reason,
    })),
  );
}

const CARDS: readonly TestCard[] = [
  { name: 'visa', brand: 'visa', last4: '4242' },
  { name: 'us', brand: 'visa', last4: '4242' },
  { name: 'visa_debit', brand: 'visa', last4: '5556', funding: 'debit' },
  { name: 'mastercard', brand: 'mastercard', last4: '4444' },
  { name: 'amex', brand: 'amex', last4: '8431' },
  { name: 'discover', brand: 'discover', last4: '1117' },
  { name: 'jcb', brand: 'jcb', last4: '0505' },
  { name: 'unionpay', brand: 'unionpay', last4: '0005' },
  { name: 'bypassPending', brand: 'visa', last4: '0077' },
  { name: 'threeDSecureOptional', brand: 'visa', last4: '3055' },
  { name: 'threeDSecure2Required', brand: 'visa', last4: '3220', challenge: 'always' },
  { name: 'threeDSecureRequired', brand: 'visa', last4: '3063', challenge: 'always' },
  { name: 'authenticationRequired', brand: 'visa', last4: '3184', challenge: 'always' },
  { name: 'authenticationRequiredOnSetup', brand: 'visa', last4: '3155', challenge: 'unless_set_up' },
  { name: 'threeDSecureRequiredChargeDeclined', brand: 'visa', last4: '1629', challenge: 'always', decline: GENERIC },
  { name: 'chargeCustomerFail', brand: 'visa', last4: '0341', decline: GENERIC, savesThenDeclines: true },
  { name: 'createDispute', brand: 'visa', last4: '0259', dispute: { reason: 'fraudulent', inquiry: false } },
  {
    name: 'createDisputeProductNotReceived',
    brand: 'visa',
    last4: '2685',
    dispute: { reason: 'product_not_received', inquiry: false },
  },
  { name: 'createDisputeInquiry', brand: 'visa', last4: '1976', dispute: { reason: 'fraudulent', inquiry: true } },
  { name: 'pendingRefund', brand: 'visa', last4: '7726', refund: 'pending' },
  { name: 'refundFail', brand: 'visa', last4: '5126', refund: 'fails' },
  ...declining(),
];

const BY_NAME = new Map(CARDS.map((card) => [card.name, card]));

/** Finds the card behind `pm_card_visa` or `tok_visa`; undefined for every other text. */
export function testCard(token: string): TestCard | undefined {
  const name = /^(?:pm_card|tok)_(.+)$/.exec(token)?.[1];
  return name === undefined ? undefined : BY_NAME.get(name);
}

/** What may be shown of a test card. The fingerprint is the same for the same card, as risk rules expect. */
export function cardFace(card: TestCard): CardFace {
  return {
    brand: card.brand,
    country: 'US',
    exp_month: 12,
    exp_year: 2034,
    fingerprint: createHash('sha256').update(card.name).digest('hex').slice(0, 16),
    funding: card.funding ?? 'credit',
    last4: card.last4,
  };
}
