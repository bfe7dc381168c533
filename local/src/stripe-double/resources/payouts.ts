import { book, requireAvailable } from '../balance.ts';
import { refused } from '../errors.ts';
import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Payout } from '../shapes/index.ts';
import { newPayout, newPayoutId } from '../shapes/payout.ts';
import { emit, PLATFORM_ACCOUNT, schedule, type Work } from '../work.ts';

/** The bank account of the requesting account. The platform's own has no object in the double. */
function bankAccountOf(work: Work): string {
  if (work.account === PLATFORM_ACCOUNT) return 'ba_1PlatformBankAccount0000';
  const account = work.tx.find('account', work.account, PLATFORM_ACCOUNT);
  const bank = account?.external_accounts.data[0];
  if (!account || !bank) throw refused("Sorry, you don't have any external accounts.");
  if (!account.payouts_enabled) {
    throw refused('Cannot create payouts: this account has requirements that are past due.', {
      code: 'payouts_not_allowed',
    });
  }
  return bank.id;
}

function create(work: Work, params: Params): Payout {
  const amount = params.requiredAmount('amount');
  const currency = params.currency('currency');
  const method = params.oneOf('method', ['instant', 'standard']) ?? 'standard';
  const description = params.string('description') ?? null;
  const descriptor = params.string('statement_descriptor', 22) ?? null;
  const metadata = params.metadata();
  params.oneOf('source_type', ['card']);
  params.string('destination');
  params.done();

  const destination = bankAccountOf(work);
  requireAvailable(work, amount, currency, 'payout');
  const id = newPayoutId();
  const movement = book(work, {
    amount: -amount,
    currency,
    description: 'STRIPE PAYOUT',
    reporting_category: 'payout',
    source: id,
    type: 'payout',
  });
  const payout = work.tx.put(
    newPayout({
      id,
      amount,
      balance_transaction: movement.id,
      currency,
      description,
      destination,
      metadata,
      method,
      statement_descriptor: descriptor,
    }),
  );
  emit(work, 'payout.created', payout);
  if (work.settings.payoutDelayMs !== null) schedule(work, 'settle_payout', id, work.settings.payoutDelayMs);
  return payout;
}

/** The money reached the bank. */
export function markPaid(work: Work, id: string): Payout {
  const payout = work.tx.require('payout', id);
  if (payout.status !== 'pending' && payout.status !== 'in_transit') return payout;
  const trace = { status: 'supported', value: `TRACE${id.slice(-10).toUpperCase()}` };
  const paid = work.tx.put<Payout>({ ...payout, status: 'paid', trace_id: trace });
  emit(work, 'payout.paid', paid);
  return paid;
}

/** The bank sends the money back, even after `paid`: it returns to the account's balance. */
export function markFailed(work: Work, id: string, failureCode: string): Payout {
  const payout = work.tx.require('payout', id);
  if (payout.status === 'failed' || payout.status === 'canceled') {
    throw refused(`This payout has a status of ${payout.status} and cannot fail any more.`);
  }
  const failed = returnFunds(work, payout, 'payout_failure', {
    failure_code: failureCode,
    failure_message: 'The bank account could not be credited.',
    status: 'failed',
  });
  emit(work, 'payout.failed', failed);
  return failed;
}

function returnFunds(work: Work, payout: Payout, type: string, change: Partial<Payout>): Payout {
  const movement = book(work, {
    amount: payout.amount,
    currency: payout.currency,
    reporting_category: 'payout_reversal',
    source: payout.id,
    type,
  });
  return work.tx.put<Payout>({ ...payout, ...change, failure_balance_transaction: movement.id });
}

function cancel(work: Work, params: Params, id: string): Payout {
  params.done();
  const payout = work.tx.require('payout', id);
  if (payout.status !== 'pending') {
    throw refused(`Payouts can only be canceled while pending; this one has a status of ${payout.status}.`);
  }
  const canceled = returnFunds(work, payout, 'payout_cancel', { status: 'canceled' });
  emit(work, 'payout.canceled', canceled);
  return canceled;
}

/** Payouts of the platform and, with `Stripe-Account`, of connected accounts. */
export const payoutRoutes: readonly Route[] = [
  ['POST', '/v1/payouts', create],
  ['GET', '/v1/payouts', listOf('payout', '/v1/payouts', 'status')],
  ['GET', '/v1/payouts/:id', retrieveOf('payout')],
  ['POST', '/v1/payouts/:id/cancel', cancel],
];
