import { refused } from './errors.ts';
import { newBalanceTransaction } from './shapes/balance.ts';
import type { Balance, BalanceTransaction } from './shapes/index.ts';
import type { Work } from './work.ts';

type Movement = Pick<BalanceTransaction, 'amount' | 'currency' | 'source' | 'type' | 'reporting_category'> &
  Partial<BalanceTransaction>;

/** Books a movement on an account's balance (the requesting account's unless another is named). */
export function book(work: Work, movement: Movement, owner = work.account): BalanceTransaction {
  return work.tx.put(newBalanceTransaction(movement), { owner });
}

/** What Stripe keeps of a captured amount, rounded half up. */
export function processingFee(work: Work, amountMinor: number): number {
  const { feeBasisPoints, feeFixedMinor } = work.settings;
  return Math.min(amountMinor, Math.round((amountMinor * feeBasisPoints) / 10_000) + feeFixedMinor);
}

/** The account's balance in Stripe's form. Every currency it ever moved is listed on both sides. */
export function balanceOf(work: Work, account = work.account): Balance {
  const sums = work.tx.balanceSums(account);
  const seen = new Set([...sums.available.keys(), ...sums.pending.keys()]);
  const currencies = seen.size === 0 ? ['usd'] : [...seen];
  const side = (amounts: Map<string, number>) =>
    currencies.map((currency) => {
      const amount = amounts.get(currency) ?? 0;
      return { amount, currency, source_types: { card: amount } };
    });
  return {
    object: 'balance',
    available: side(sums.available),
    connect_reserved: currencies.map((currency) => ({ amount: 0, currency })),
    livemode: false,
    pending: side(sums.pending),
  };
}

/** Refuses to move money that is not there yet, as Stripe does for transfers and payouts. */
export function requireAvailable(work: Work, amountMinor: number, currency: string, purpose: string): void {
  const available = work.tx.balanceSums(work.account).available.get(currency) ?? 0;
  if (available >= amountMinor) return;
  throw refused(
    `You have insufficient available funds in your Stripe account for this ${purpose}: ${available} ${currency} are available and ${amountMinor} are needed.`,
    { code: 'balance_insufficient' },
  );
}
