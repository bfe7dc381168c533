import { invariant } from '@vitrina/platform/errors';

/** What an account holds; the names are those of the SDL. */
export type AccountKind =
  | 'PROVIDER_CLEARING'
  | 'ESCROW'
  | 'SELLER_PAYABLE'
  | 'COMMISSION'
  | 'COMMISSION_TAX'
  | 'PROVIDER_FEES'
  | 'CASH_ON_DELIVERY_RECEIVABLE';

/** The business fact a transaction records. */
export type Fact =
  | 'AUTHORISATION'
  | 'CAPTURE'
  | 'VOID'
  | 'CASH_COLLECTION'
  | 'ESCROW_RELEASE'
  | 'REFUND'
  | 'PROVIDER_FEE';

/** An account, named by what it is: the same description is the same account. */
export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly currency: string;
  readonly shopId: string | null;
  readonly orderId: string | null;
  readonly provider: string | null;
}

const named = (
  kind: AccountKind,
  owner: string,
  currency: string,
  rest: Partial<Pick<Account, 'shopId' | 'orderId' | 'provider'>> = {},
): Account => ({
  id: [kind.toLowerCase(), owner, currency].filter((part) => part !== '').join(':'),
  kind,
  currency,
  shopId: rest.shopId ?? null,
  orderId: rest.orderId ?? null,
  provider: rest.provider ?? null,
});

/** The accounts of the market. Clearing is per provider and currency, escrow per order, payable and receivable per shop. */
export const accounts = {
  clearing: (provider: string, currency: string): Account =>
    named('PROVIDER_CLEARING', provider, currency, { provider }),
  escrow: (orderId: string, shopId: string, currency: string): Account =>
    named('ESCROW', orderId, currency, { orderId, shopId }),
  sellerPayable: (shopId: string, currency: string): Account => named('SELLER_PAYABLE', shopId, currency, { shopId }),
  commission: (currency: string): Account => named('COMMISSION', '', currency),
  commissionTax: (currency: string): Account => named('COMMISSION_TAX', '', currency),
  providerFees: (provider: string, currency: string): Account =>
    named('PROVIDER_FEES', provider, currency, { provider }),
  cashReceivable: (shopId: string, currency: string): Account =>
    named('CASH_ON_DELIVERY_RECEIVABLE', shopId, currency, { shopId }),
};

/** One side of a transaction: debits positive, credits negative, in minor units of the account's currency. */
export interface Leg {
  readonly account: Account;
  readonly amountMinor: bigint;
}

/** A transaction to book. */
export interface Booking {
  readonly fact: Fact;
  /** Names the business fact; the ledger books each source once, whoever repeats it. */
  readonly source: string;
  readonly phase: 'PENDING' | 'POSTED' | 'VOIDED';
  /** Source of the pending booking that this one ends. */
  readonly resolves?: string | undefined;
  readonly paymentId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly legs: readonly Leg[];
}

export const debit = (account: Account, amountMinor: bigint): Leg => ({ account, amountMinor });
export const credit = (account: Account, amountMinor: bigint): Leg => ({ account, amountMinor: -amountMinor });

/** Sum of the legs by currency: all zero in a sound booking (Pacioli's rule; the database holds it too). */
export const imbalance = (legs: readonly Leg[]): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { account, amountMinor } of legs) {
    sums.set(account.currency, (sums.get(account.currency) ?? 0n) + amountMinor);
  }
  return sums;
};

/** Builds a booking without empty legs; an unbalanced one is a defect of the caller. */
export const booking = (given: Booking): Booking => {
  for (const [currency, sum] of imbalance(given.legs)) {
    invariant(sum === 0n, `The booking ${given.source} is off by ${sum} ${currency}.`);
  }
  return { ...given, legs: given.legs.filter((leg) => leg.amountMinor !== 0n) };
};
