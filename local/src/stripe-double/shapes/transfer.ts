import { newId, nowSeconds } from '../ids.ts';
import type { Metadata } from '../params.ts';

/** Money moved from the platform to a connected account. Its reversals are a list of their own, joined on output. */
export interface Transfer {
  id: string;
  object: 'transfer';
  amount: number;
  amount_reversed: number;
  balance_transaction: string;
  created: number;
  currency: string;
  description: string | null;
  destination: string;
  destination_payment: string;
  livemode: false;
  metadata: Metadata;
  reversed: boolean;
  source_transaction: string | null;
  source_type: 'card';
  transfer_group: string | null;
}

/** A transfer taken back, in whole or in part. */
export interface TransferReversal {
  id: string;
  object: 'transfer_reversal';
  amount: number;
  balance_transaction: string;
  created: number;
  currency: string;
  destination_payment_refund: string | null;
  metadata: Metadata;
  source_refund: null;
  transfer: string;
}

/** A fresh transfer. Its id is made beforehand, since the movements it causes name it. */
export function newTransfer(
  given: Omit<Transfer, 'object' | 'amount_reversed' | 'created' | 'livemode' | 'reversed' | 'source_type'>,
): Transfer {
  return {
    object: 'transfer',
    amount_reversed: 0,
    created: nowSeconds(),
    livemode: false,
    reversed: false,
    source_type: 'card',
    ...given,
  };
}

/** A fresh reversal; its id too is made beforehand. */
export function newTransferReversal(
  given: Pick<
    TransferReversal,
    'id' | 'amount' | 'balance_transaction' | 'currency' | 'destination_payment_refund' | 'metadata' | 'transfer'
  >,
): TransferReversal {
  return { object: 'transfer_reversal', created: nowSeconds(), source_refund: null, ...given };
}

/** The id of a transfer to be. */
export function newTransferId(): string {
  return newId('tr');
}
