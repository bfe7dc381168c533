import { newId, nowSeconds } from '../ids.ts';
import type { Metadata } from '../params.ts';

/** Money on its way from an account's balance to its bank. */
export interface Payout {
  id: string;
  object: 'payout';
  amount: number;
  application_fee: null;
  application_fee_amount: null;
  arrival_date: number;
  automatic: boolean;
  balance_transaction: string;
  created: number;
  currency: string;
  description: string | null;
  destination: string;
  failure_balance_transaction: string | null;
  failure_code: string | null;
  failure_message: string | null;
  livemode: false;
  metadata: Metadata;
  method: 'standard' | 'instant';
  original_payout: null;
  payout_method: null;
  reconciliation_status: string;
  reversed_by: null;
  source_type: 'card';
  statement_descriptor: string | null;
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  trace_id: { status: string; value: string | null };
  type: 'bank_account';
}

/** A fresh payout with every key Stripe sends. */
export function newPayout(
  given: Partial<Payout> & Pick<Payout, 'id' | 'amount' | 'balance_transaction' | 'currency' | 'destination'>,
): Payout {
  const created = nowSeconds();
  return {
    object: 'payout',
    application_fee: null,
    application_fee_amount: null,
    arrival_date: created,
    automatic: false,
    created,
    description: null,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'pending',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
    ...given,
  };
}

/** The id of a payout to be, since its movement names it. */
export function newPayoutId(): string {
  return newId('po');
}
