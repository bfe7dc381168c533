import type { Account, Fact } from './domain/ledger.ts';
import type { CommissionLineRow, EscrowRow, PaymentRow } from './store/payment.table.ts';
import type { PaymentMethodRow } from './store/payment-method.table.ts';
import type { RefundRow } from './store/provider-call.table.ts';

/** As whom somebody looks at a payment: what they may see of it follows. */
export type Viewpoint = 'buyer' | 'staff' | 'market';

/** A payment with the parts its viewer may see. */
export interface PaymentMapper {
  readonly __typename: 'Payment';
  readonly id: string;
  readonly row: PaymentRow;
  readonly parts: readonly EscrowRow[];
  readonly viewpoint: Viewpoint;
}

export type PaymentPartMapper = EscrowRow;
export type RefundMapper = RefundRow;
export type PaymentMethodMapper = PaymentMethodRow;

/** Escrow of an order, as its viewer may see it. */
export interface EscrowMapper {
  readonly part: EscrowRow;
  readonly viewpoint: Viewpoint;
}

export type CommissionMapper = EscrowRow;
export interface CommissionLineMapper {
  readonly line: CommissionLineRow;
  readonly currency: string;
}
export type LedgerAccountMapper = Account;

/** An entry with its account and the transaction it belongs to. */
export interface LedgerEntryMapper {
  readonly id: string;
  readonly transactionId: string;
  readonly fact: Fact;
  readonly pending: boolean;
  readonly amountMinor: bigint;
  readonly bookedAt: Date;
  readonly account: Account;
}

export interface OrderMapper {
  readonly id: string;
}
export interface OrderGroupMapper {
  readonly id: string;
}
export interface ShopMapper {
  readonly id: string;
}
