import { book } from '../balance.ts';
import { invalidParam, refused } from '../errors.ts';
import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Charge, Refund } from '../shapes/index.ts';
import { newRefund } from '../shapes/refund.ts';
import { testCard } from '../test-cards.ts';
import { emit, schedule, type Work } from '../work.ts';

function chargeToRefund(work: Work, chargeId: string | undefined, intentId: string | undefined): Charge {
  if (chargeId) return work.tx.require('charge', chargeId, 'charge');
  const intent = work.tx.require('payment_intent', intentId ?? '', 'payment_intent');
  const charge = intent.latest_charge ? work.tx.find('charge', intent.latest_charge) : undefined;
  if (!charge?.captured) {
    throw refused(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  return charge;
}

/** Refuses to give back more than was taken and not yet given back. */
function requireRefundable(charge: Charge, amount: number): void {
  const left = charge.amount_captured - charge.amount_refunded;
  if (!charge.captured) {
    throw refused(`Charge ${charge.id} was not captured; cancel its PaymentIntent instead of refunding it.`);
  }
  if (charge.refunded || left === 0) {
    throw refused(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (charge.disputed) {
    throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: 'charge_disputed' });
  }
  if (amount > left) {
    throw refused(
      `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge (${left} ${charge.currency})`,
      { param: 'amount' },
    );
  }
}

function create(work: Work, params: Params): Refund {
  const chargeId = params.string('charge');
  const intentId = params.string('payment_intent');
  const wanted = params.amount('amount');
  const reason = params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null;
  const metadata = params.metadata();
  params.done();
  if (!chargeId === !intentId) {
    throw invalidParam('One and only one of these parameters must be given: charge, payment_intent.', 'payment_intent');
  }
  const charge = chargeToRefund(work, chargeId, intentId);
  const amount = wanted ?? charge.amount_captured - charge.amount_refunded;
  requireRefundable(charge, amount);
  const card = testCard(`pm_card_${work.tx.hidden(charge.payment_method ?? '').card}`);
  const isPending = card?.refund === 'pending';
  const fresh = newRefund({
    amount,
    charge: charge.id,
    currency: charge.currency,
    customer: charge.customer,
    metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason,
    status: isPending ? 'pending' : 'succeeded',
  });
  const movement = book(work, {
    amount: -amount,
    currency: charge.currency,
    description: `REFUND FOR CHARGE ${charge.id}`,
    reporting_category: 'refund',
    source: fresh.id,
    type: 'refund',
  });
  const refund = work.tx.put<Refund>({ ...fresh, balance_transaction: movement.id });
  const total = charge.amount_refunded + amount;
  const refunded = work.tx.put<Charge>({
    ...charge,
    amount_refunded: total,
    refunded: total === charge.amount_captured,
  });
  emit(work, 'refund.created', refund);
  emit(work, 'charge.refunded', refunded);
  if (card?.refund) schedule(work, 'settle_refund', refund.id, work.settings.refundDelayMs);
  return refund;
}

/** A refund of the pending or failing test card comes to its end. A failed one returns to the platform's balance. */
export function settleRefund(work: Work, id: string): void {
  const refund = work.tx.find('refund', id);
  if (!refund || refund.status === 'failed') return;
  const card = testCard(`pm_card_${work.tx.hidden(refund.payment_method ?? '').card}`);
  if (card?.refund === 'pending') {
    emit(work, 'refund.updated', work.tx.put<Refund>({ ...refund, status: 'succeeded' }));
    return;
  }
  const charge = work.tx.require('charge', refund.charge);
  const movement = book(work, {
    amount: refund.amount,
    currency: refund.currency,
    description: `REFUND FAILURE FOR CHARGE ${charge.id}`,
    reporting_category: 'refund_failure',
    source: refund.id,
    type: 'refund_failure',
  });
  work.tx.put<Charge>({ ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false });
  const failed = work.tx.put<Refund>({
    ...refund,
    failure_balance_transaction: movement.id,
    failure_reason: 'expired_or_canceled_card',
    status: 'failed',
  });
  emit(work, 'refund.updated', failed);
  emit(work, 'refund.failed', failed);
}

function update(work: Work, params: Params, id: string): Refund {
  const refund = work.tx.require('refund', id);
  const metadata = params.metadata(refund.metadata);
  params.done();
  const updated = work.tx.put<Refund>({ ...refund, metadata });
  emit(work, 'refund.updated', updated);
  return updated;
}

/** Refunds of captured charges. */
export const refundRoutes: readonly Route[] = [
  ['POST', '/v1/refunds', create],
  ['GET', '/v1/refunds', listOf('refund', '/v1/refunds', 'charge', 'payment_intent')],
  ['GET', '/v1/refunds/:id', retrieveOf('refund')],
  ['POST', '/v1/refunds/:id', update],
];
