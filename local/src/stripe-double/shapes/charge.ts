import { newId, nowSeconds } from '../ids.ts';
import type { Metadata } from '../params.ts';
import { type BillingDetails, newBillingDetails } from './address.ts';
import type { CardFace } from './payment-method.ts';

/** What the issuer said about who is paying; null on a charge that asked nobody. */
export interface ThreeDSecure {
  authentication_flow: string | null;
  electronic_commerce_indicator: string | null;
  exemption_indicator: null;
  result: string | null;
  result_reason: null;
  transaction_id: string | null;
  version: string | null;
}

/** The network's and the issuer's answer to one attempt. */
export interface ChargeOutcome {
  advice_code: string | null;
  network_advice_code: null;
  network_decline_code: string | null;
  network_status: string;
  reason: string | null;
  seller_message: string;
  type: string;
}

/** One answer of an issuer: money held or taken (`succeeded`), or refused (`failed`). Amounts in the minor unit. */
export interface Charge {
  id: string;
  object: 'charge';
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  application: null;
  application_fee: null;
  application_fee_amount: null;
  balance_transaction: string | null;
  billing_details: BillingDetails;
  calculated_statement_descriptor: string;
  captured: boolean;
  created: number;
  currency: string;
  customer: string | null;
  description: string | null;
  disputed: boolean;
  failure_balance_transaction: null;
  failure_code: string | null;
  failure_message: string | null;
  fraud_details: Record<string, never>;
  livemode: false;
  metadata: Metadata;
  on_behalf_of: null;
  outcome: ChargeOutcome | null;
  paid: boolean;
  payment_intent: string | null;
  payment_method: string | null;
  payment_method_details: object;
  receipt_email: string | null;
  receipt_number: null;
  receipt_url: null;
  refunded: boolean;
  review: null;
  shipping: Record<string, unknown> | null;
  source: null;
  source_transfer: string | null;
  statement_descriptor: string | null;
  statement_descriptor_suffix: string | null;
  status: 'succeeded' | 'failed';
  transfer_data: null;
  transfer_group: string | null;
}

/** The card part of a charge: what the issuer saw, and how much was held. */
export function cardDetails(face: CardFace, authorized: number, secure: ThreeDSecure | null): object {
  return {
    type: 'card',
    card: {
      amount_authorized: authorized,
      authorization_code: '123456',
      brand: face.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: face.country,
      exp_month: face.exp_month,
      exp_year: face.exp_year,
      extended_authorization: { status: 'disabled' },
      fingerprint: face.fingerprint,
      funding: face.funding,
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4: face.last4,
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: face.brand,
      network_token: { used: false },
      network_transaction_id: null,
      overcapture: { maximum_amount_capturable: authorized, status: 'unavailable' },
      regulated_status: 'unregulated',
      three_d_secure: secure,
      transaction_link_id: null,
      wallet: null,
    },
  };
}

/** A fresh charge with every key Stripe sends. */
export function newCharge(given: Partial<Charge> & Pick<Charge, 'amount' | 'currency' | 'status'>): Charge {
  return {
    id: newId('ch'),
    object: 'charge',
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: newBillingDetails(),
    calculated_statement_descriptor: 'MARKET',
    captured: false,
    created: nowSeconds(),
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: given.status === 'succeeded',
    payment_intent: null,
    payment_method: null,
    payment_method_details: {},
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
    transfer_group: null,
    ...given,
  };
}
