import { book } from '../balance.ts';
import { refused } from '../errors.ts';
import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import { EVIDENCE_FIELDS, newDispute } from '../shapes/dispute.ts';
import type { BalanceTransaction, Charge, Dispute } from '../shapes/index.ts';
import { testCard } from '../test-cards.ts';
import { emit, type Work } from '../work.ts';

/** Stripe's fee for a formal dispute, in the minor unit. */
const DISPUTE_FEE = 1_500;

/** Why and how much; without an amount, all that is left of the charge. */
export interface DisputeOpening {
  reason: string;
  /** An inquiry is a question by the bank: no money is taken. */
  inquiry: boolean;
  amount?: number;
}

function moveFunds(work: Work, dispute: Dispute, amount: number, fee: number): BalanceTransaction {
  return book(work, {
    amount,
    currency: dispute.currency,
    description: `Chargeback ${fee < 0 || amount > 0 ? 'reversal' : 'withdrawal'} for ${dispute.charge}`,
    fee,
    reporting_category: amount < 0 ? 'dispute' : 'dispute_reversal',
    source: dispute.id,
    type: 'adjustment',
  });
}

/** The bank takes the money back: a dispute is opened and, unless it is only an inquiry, the amount and a fee leave. */
export function openDispute(work: Work, charge: Charge, opening: DisputeOpening): Dispute {
  if (!charge.captured) throw refused('Only a captured charge can be disputed.');
  if (charge.disputed) throw refused(`Charge ${charge.id} is already disputed.`, { code: 'charge_disputed' });
  const method = charge.payment_method ? work.tx.find('payment_method', charge.payment_method) : undefined;
  const amount = opening.amount ?? charge.amount_captured - charge.amount_refunded;
  if (amount < 1 || amount > charge.amount_captured - charge.amount_refunded) {
    throw refused('The disputed amount must be between 1 and what is left of the charge.', { param: 'amount' });
  }
  const opened = newDispute(
    {
      amount,
      charge: charge.id,
      currency: charge.currency,
      payment_intent: charge.payment_intent,
      reason: opening.reason,
      status: opening.inquiry ? 'warning_needs_response' : 'needs_response',
    },
    method?.card.brand ?? 'visa',
  );
  work.tx.put<Charge>({ ...charge, disputed: true });
  const movements = opening.inquiry ? [] : [moveFunds(work, opened, -amount, DISPUTE_FEE)];
  const dispute = work.tx.put<Dispute>({ ...opened, balance_transactions: movements });
  emit(work, 'charge.dispute.created', dispute);
  if (movements.length > 0) emit(work, 'charge.dispute.funds_withdrawn', dispute);
  return dispute;
}

/** Some test cards are disputed as soon as they are charged. */
export function openDisputeOfCard(work: Work, charge: Charge): void {
  const card = testCard(`pm_card_${work.tx.hidden(charge.payment_method ?? '').card}`);
  if (card?.dispute) openDispute(work, charge, card.dispute);
}

/** The bank decides. A won dispute brings the amount and the fee back. */
export function resolveDispute(work: Work, id: string, outcome: 'won' | 'lost'): Dispute {
  const dispute = work.tx.require('dispute', id);
  if (['won', 'lost', 'warning_closed'].includes(dispute.status)) {
    throw refused(`This dispute is already closed with a status of ${dispute.status}.`);
  }
  const isInquiry = dispute.status === 'warning_needs_response';
  const returned = outcome === 'won' && !isInquiry ? [moveFunds(work, dispute, dispute.amount, -DISPUTE_FEE)] : [];
  const closed = work.tx.put<Dispute>({
    ...dispute,
    balance_transactions: [...dispute.balance_transactions, ...returned],
    is_charge_refundable: isInquiry,
    status: isInquiry ? 'warning_closed' : outcome,
  });
  emit(work, 'charge.dispute.closed', closed);
  if (returned.length > 0) emit(work, 'charge.dispute.funds_reinstated', closed);
  return closed;
}

function update(work: Work, params: Params, id: string): Dispute {
  const dispute = work.tx.require('dispute', id);
  const evidence = params.group('evidence');
  const given = EVIDENCE_FIELDS.flatMap((field) => {
    const value = evidence.string(field, 20_000);
    return value === undefined ? [] : [[field, value] as const];
  });
  const metadata = params.metadata(dispute.metadata);
  const submits = params.boolean('submit') ?? true;
  params.done();
  if (given.length > 0 && !['needs_response', 'warning_needs_response'].includes(dispute.status)) {
    throw refused(`This dispute takes no more evidence: its status is ${dispute.status}.`);
  }
  const isSubmitted = submits && given.length > 0;
  const updated = work.tx.put<Dispute>({
    ...dispute,
    evidence: { ...dispute.evidence, ...Object.fromEntries(given) },
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: dispute.evidence_details.has_evidence || given.length > 0,
      submission_count: dispute.evidence_details.submission_count + (isSubmitted ? 1 : 0),
    },
    metadata,
    status: isSubmitted && dispute.status === 'needs_response' ? 'under_review' : dispute.status,
  });
  emit(work, 'charge.dispute.updated', updated);
  return updated;
}

/** The seller gives up: the dispute is lost at once. */
function close(work: Work, params: Params, id: string): Dispute {
  params.done();
  return resolveDispute(work, id, 'lost');
}

/** The seller's side of disputes; the bank's side is in the control API. */
export const disputeRoutes: readonly Route[] = [
  ['GET', '/v1/disputes', listOf('dispute', '/v1/disputes', 'charge', 'payment_intent')],
  ['GET', '/v1/disputes/:id', retrieveOf('dispute')],
  ['POST', '/v1/disputes/:id', update],
  ['POST', '/v1/disputes/:id/close', close],
];
