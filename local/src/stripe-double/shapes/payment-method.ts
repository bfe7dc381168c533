import { newId, nowSeconds } from '../ids.ts';
import type { Metadata } from '../params.ts';
import { type BillingDetails, newBillingDetails } from './address.ts';

/** The face of a card: enough for a receipt, never its number. */
export interface CardFace {
  brand: string;
  country: string;
  exp_month: number;
  exp_year: number;
  fingerprint: string;
  funding: 'credit' | 'debit';
  last4: string;
}

/** The card of a saved payment method, with what Stripe learned about it. */
export interface PaymentMethodCard extends CardFace {
  checks: { address_line1_check: null; address_postal_code_check: null; cvc_check: string };
  display_brand: string;
  generated_from: null;
  networks: { available: string[]; preferred: null };
  regulated_status: string;
  three_d_secure_usage: { supported: boolean };
  wallet: null;
}

/** A card that can be charged. Without a customer it can be charged once. */
export interface PaymentMethod {
  id: string;
  object: 'payment_method';
  allow_redisplay: string;
  billing_details: BillingDetails;
  card: PaymentMethodCard;
  created: number;
  customer: string | null;
  customer_account: null;
  livemode: false;
  metadata: Metadata;
  type: 'card';
}

/** A fresh payment method of its own id: each use of a test token makes one, as at Stripe. */
export function newPaymentMethod(face: CardFace, given: Partial<PaymentMethod> = {}): PaymentMethod {
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: newBillingDetails(),
    card: {
      ...face,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      display_brand: face.brand,
      generated_from: null,
      networks: { available: [face.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
    ...given,
  };
}
