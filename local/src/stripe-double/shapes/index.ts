import type { Account } from './account.ts';
import type { BalanceTransaction } from './balance.ts';
import type { Charge } from './charge.ts';
import type { Customer } from './customer.ts';
import type { Dispute } from './dispute.ts';
import type { StripeEvent, WebhookEndpoint } from './event.ts';
import type { PaymentIntent } from './payment-intent.ts';
import type { PaymentMethod } from './payment-method.ts';
import type { Payout } from './payout.ts';
import type { Refund } from './refund.ts';
import type { SetupIntent } from './setup-intent.ts';
import type { Transfer, TransferReversal } from './transfer.ts';

/** Every object kept in the books, by its `object` name. */
export interface ObjectTypes {
  account: Account;
  balance_transaction: BalanceTransaction;
  charge: Charge;
  customer: Customer;
  dispute: Dispute;
  event: StripeEvent;
  payment_intent: PaymentIntent;
  payment_method: PaymentMethod;
  payout: Payout;
  refund: Refund;
  setup_intent: SetupIntent;
  transfer: Transfer;
  transfer_reversal: TransferReversal;
  webhook_endpoint: WebhookEndpoint;
}

export type ObjectType = keyof ObjectTypes;
export type AnyObject = ObjectTypes[ObjectType];

export type { Account, BankAccount, CapabilityStatus } from './account.ts';
export type { Balance, BalanceTransaction } from './balance.ts';
export type { Charge, ThreeDSecure } from './charge.ts';
export type { Customer } from './customer.ts';
export type { Dispute } from './dispute.ts';
export type { StripeEvent, WebhookEndpoint } from './event.ts';
export type { StripeList } from './list.ts';
export type { NextAction, PaymentIntent, PaymentIntentStatus } from './payment-intent.ts';
export type { PaymentMethod } from './payment-method.ts';
export type { Payout } from './payout.ts';
export type { Refund } from './refund.ts';
export type { SetupIntent } from './setup-intent.ts';
export type { Transfer, TransferReversal } from './transfer.ts';
