import { newId, nowSeconds } from '../ids.ts';
import type { Metadata } from '../params.ts';

/** Money given back on a charge. `failed` means that it came back to the platform. */
export interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  balance_transaction: string | null;
  charge: string;
  created: number;
  currency: string;
  customer: string | null;
  customer_account: null;
  destination_details: { card: { type: 'refund' }; type: 'card' };
  failure_balance_transaction?: string;
  failure_reason?: string;
  metadata: Metadata;
  payment_intent: string | null;
  payment_method: string | null;
  reason: string | null;
  receipt_number: null;
  source_transfer_reversal: null;
  status: 'pending' | 'succeeded' | 'failed';
  transfer_reversal: null;
}

/** A fresh refund with every key Stripe sends. */
export function newRefund(given: Partial<Refund> & Pick<Refund, 'amount' | 'charge' | 'currency' | 'status'>): Refund {
  return {
    id: newId('re'),
    object: 'refund',
    balance_transaction: null,
    created: nowSeconds(),
    customer: null,
    customer_account: null,
    destination_details: { card: { type: 'refund' }, type: 'card' },
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    ...given,
  };
}
