import { book, requireAvailable } from '../balance.ts';
import { refused } from '../errors.ts';
import { newId } from '../ids.ts';
import { listOf, listPage, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import { withReversals } from '../reversals.ts';
import type { Route } from '../router.ts';
import { newCharge } from '../shapes/charge.ts';
import type { Account, Charge, Transfer, TransferReversal } from '../shapes/index.ts';
import { newRefund } from '../shapes/refund.ts';
import { newTransfer, newTransferId, newTransferReversal } from '../shapes/transfer.ts';
import { emit, type Work } from '../work.ts';

function requireCanReceive(account: Account): void {
  if (account.capabilities.transfers === 'active') return;
  throw refused(
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    { code: 'insufficient_capabilities_for_transfer', param: 'destination' },
  );
}

/** A transfer tied to a charge may use its money before it settles, but never more than the charge brought. */
function requireCovered(work: Work, source: Charge | undefined, amount: number, currency: string): void {
  if (!source) {
    requireAvailable(work, amount, currency, 'transfer');
    return;
  }
  if (source.currency !== currency) {
    throw refused('The transfer must have the currency of its source_transaction.', { param: 'currency' });
  }
  let used = 0;
  for (const { object } of work.tx.all('transfer')) {
    if (object.source_transaction === source.id) used += object.amount - object.amount_reversed;
  }
  if (used + amount > source.amount_captured) {
    throw refused(
      `Cannot use part of the charge ${source.id}: ${source.amount_captured - used} ${currency} of it are left to transfer.`,
      { param: 'amount' },
    );
  }
}

/** Books the money on the receiving account, where it shows up as a payment. */
function receive(work: Work, destination: string, transferId: string, amount: number, currency: string): string {
  const payment = newCharge({
    id: newId('py'),
    amount,
    amount_captured: amount,
    captured: true,
    currency,
    source_transfer: transferId,
    status: 'succeeded',
  });
  const movement = book(
    work,
    { amount, currency, reporting_category: 'transfer', source: payment.id, type: 'payment' },
    destination,
  );
  work.tx.put<Charge>({ ...payment, balance_transaction: movement.id }, { owner: destination });
  return payment.id;
}

function create(work: Work, params: Params): Transfer {
  const currency = params.currency('currency');
  const amount = params.requiredAmount('amount');
  const destination = params.requiredString('destination');
  const sourceId = params.string('source_transaction');
  const group = params.string('transfer_group');
  const description = params.string('description') ?? null;
  const metadata = params.metadata();
  params.done();

  requireCanReceive(work.tx.require('account', destination, 'destination'));
  const source = sourceId ? work.tx.require('charge', sourceId, 'source_transaction') : undefined;
  requireCovered(work, source, amount, currency);
  const id = newTransferId();
  const movement = book(work, {
    amount: -amount,
    currency,
    description,
    reporting_category: 'transfer',
    source: id,
    type: 'transfer',
  });
  const transfer = work.tx.put(
    newTransfer({
      id,
      amount,
      balance_transaction: movement.id,
      currency,
      description,
      destination,
      destination_payment: receive(work, destination, id, amount, currency),
      metadata,
      source_transaction: source?.id ?? null,
      transfer_group: group ?? source?.transfer_group ?? null,
    }),
  );
  emit(work, 'transfer.created', withReversals(work, transfer));
  return transfer;
}

/** Takes the money back on the receiving account. Its balance may go below zero, as at Stripe. */
function giveBack(work: Work, transfer: Transfer, amount: number): string {
  const payment = work.tx.find('charge', transfer.destination_payment, transfer.destination);
  if (!payment) throw new Error(`Transfer ${transfer.id} has lost its payment ${transfer.destination_payment}`);
  const fresh = newRefund({
    id: newId('pyr'),
    amount,
    charge: payment.id,
    currency: transfer.currency,
    status: 'succeeded',
  });
  const movement = book(
    work,
    {
      amount: -amount,
      currency: transfer.currency,
      reporting_category: 'transfer_reversal',
      source: fresh.id,
      type: 'payment_refund',
    },
    transfer.destination,
  );
  work.tx.put({ ...fresh, balance_transaction: movement.id }, { owner: transfer.destination });
  const total = payment.amount_refunded + amount;
  work.tx.put<Charge>({ ...payment, amount_refunded: total, refunded: total === payment.amount });
  return fresh.id;
}

function reverse(work: Work, params: Params, id: string): TransferReversal {
  const transfer = work.tx.require('transfer', id);
  const wanted = params.amount('amount');
  const metadata = params.metadata();
  params.string('description');
  params.boolean('refund_application_fee');
  params.done();
  const left = transfer.amount - transfer.amount_reversed;
  if (left === 0)
    throw refused(`Transfer ${id} has already been fully reversed.`, { code: 'transfer_already_reversed' });
  const amount = wanted ?? left;
  if (amount > left) {
    throw refused(`Reversal amount (${amount}) is greater than unreversed amount on transfer (${left}).`, {
      param: 'amount',
    });
  }
  const reversalId = newId('trr');
  const movement = book(work, {
    amount,
    currency: transfer.currency,
    reporting_category: 'transfer_reversal',
    source: reversalId,
    type: 'transfer_refund',
  });
  const reversal = work.tx.put(
    newTransferReversal({
      id: reversalId,
      amount,
      balance_transaction: movement.id,
      currency: transfer.currency,
      destination_payment_refund: giveBack(work, transfer, amount),
      metadata,
      transfer: id,
    }),
  );
  const total = transfer.amount_reversed + amount;
  const reversed = work.tx.put<Transfer>({ ...transfer, amount_reversed: total, reversed: total === transfer.amount });
  emit(work, 'transfer.reversed', withReversals(work, reversed));
  return reversal;
}

function retrieveReversal(work: Work, params: Params, transferId: string, id: string): TransferReversal {
  params.done();
  work.tx.require('transfer', transferId);
  return work.tx.require('transfer_reversal', id);
}

function listReversals(work: Work, params: Params, id: string) {
  work.tx.require('transfer', id);
  const url = `/v1/transfers/${id}/reversals`;
  return listPage(work, params, 'transfer_reversal', url, (reversal) => reversal.transfer === id);
}

/** Money from the platform to sellers, and back. */
export const transferRoutes: readonly Route[] = [
  ['POST', '/v1/transfers', create],
  ['GET', '/v1/transfers', listOf('transfer', '/v1/transfers', 'destination', 'transfer_group')],
  ['GET', '/v1/transfers/:id', retrieveOf('transfer')],
  ['POST', '/v1/transfers/:id/reversals', reverse],
  ['GET', '/v1/transfers/:id/reversals', listReversals],
  ['GET', '/v1/transfers/:id/reversals/:reversal', retrieveReversal],
];
