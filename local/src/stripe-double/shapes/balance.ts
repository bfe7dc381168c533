import { newId, nowSeconds } from '../ids.ts';

/** A part of a movement's fee. */
export interface FeeDetail {
  amount: number;
  application: null;
  currency: string;
  description: string;
  type: 'stripe_fee';
}

/** One movement on an account's balance. `net` = `amount` − `fee`; the sum of nets is the balance. */
export interface BalanceTransaction {
  id: string;
  object: 'balance_transaction';
  amount: number;
  available_on: number;
  balance_type: 'payments';
  created: number;
  currency: string;
  description: string | null;
  exchange_rate: null;
  fee: number;
  fee_details: FeeDetail[];
  net: number;
  reporting_category: string;
  source: string;
  status: 'available' | 'pending';
  type: string;
}

/** What an account has, per currency: usable now (`available`) and not yet (`pending`). */
export interface Balance {
  object: 'balance';
  available: { amount: number; currency: string; source_types: { card: number } }[];
  connect_reserved: { amount: number; currency: string }[];
  livemode: false;
  pending: { amount: number; currency: string; source_types: { card: number } }[];
}

/** A fresh movement; `net` and the fee details follow from amount and fee. */
export function newBalanceTransaction(
  given: Pick<BalanceTransaction, 'amount' | 'currency' | 'source' | 'type' | 'reporting_category'> &
    Partial<BalanceTransaction>,
): BalanceTransaction {
  const fee = given.fee ?? 0;
  const created = nowSeconds();
  return {
    id: newId('txn'),
    object: 'balance_transaction',
    available_on: created,
    balance_type: 'payments',
    created,
    description: null,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency: given.currency,
              description: 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: given.amount - fee,
    status: 'available',
    ...given,
  };
}
