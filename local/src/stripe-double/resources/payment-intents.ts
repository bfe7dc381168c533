import { settleCapture } from '../charging.ts';
import { refused } from '../errors.ts';
import { nowSeconds } from '../ids.ts';
import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { Charge, PaymentIntent } from '../shapes/index.ts';
import { newPaymentIntent } from '../shapes/payment-intent.ts';
import { emit, type Work } from '../work.ts';
import { confirmIntent, readConfirmation, readMethodTypes, requireConfirmable } from './confirm-intent.ts';
import { openDisputeOfCard } from './disputes.ts';
import { resolvePaymentMethod } from './payment-methods.ts';

const CAPTURE_METHODS = ['automatic', 'automatic_async', 'manual'] as const;
const CANCEL_REASONS = ['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'] as const;

/** Fields that may be given at creation and changed later, as they stand in `params`. */
function readDetails(params: Params, current: Partial<PaymentIntent>): Partial<PaymentIntent> {
  return {
    description: params.string('description') ?? current.description ?? null,
    metadata: params.metadata(current.metadata),
    receipt_email: params.string('receipt_email') ?? current.receipt_email ?? null,
    setup_future_usage:
      params.oneOf('setup_future_usage', ['off_session', 'on_session']) ?? current.setup_future_usage ?? null,
    shipping: params.record('shipping') ?? current.shipping ?? null,
    statement_descriptor: params.string('statement_descriptor', 22) ?? current.statement_descriptor ?? null,
    statement_descriptor_suffix:
      params.string('statement_descriptor_suffix', 22) ?? current.statement_descriptor_suffix ?? null,
    transfer_group: params.string('transfer_group') ?? current.transfer_group ?? null,
  };
}

function create(work: Work, params: Params): PaymentIntent {
  const amount = params.requiredAmount('amount');
  const currency = params.currency('currency');
  const customer = params.string('customer') ?? null;
  const methodId = params.string('payment_method');
  const captureMethod = params.oneOf('capture_method', CAPTURE_METHODS) ?? 'automatic_async';
  const confirmationMethod = params.oneOf('confirmation_method', ['automatic', 'manual']) ?? 'automatic';
  const options = params.record('payment_method_options') ?? {};
  const details = { ...readDetails(params, {}), ...readMethodTypes(params) };
  const isConfirmed = params.boolean('confirm') ?? false;
  const confirmation = readConfirmation(params);
  params.done();

  if (customer) work.tx.require('customer', customer, 'customer');
  const method = methodId ? resolvePaymentMethod(work, methodId) : undefined;
  const intent = work.tx.put(
    newPaymentIntent({
      ...details,
      amount,
      capture_method: captureMethod,
      confirmation_method: confirmationMethod,
      currency,
      customer,
      payment_method: method?.id ?? null,
      payment_method_options: options,
      status: method ? 'requires_confirmation' : 'requires_payment_method',
    }),
  );
  emit(work, 'payment_intent.created', intent);
  return isConfirmed ? confirmIntent(work, intent, confirmation) : intent;
}

function update(work: Work, params: Params, id: string): PaymentIntent {
  const intent = work.tx.require('payment_intent', id);
  const amount = params.amount('amount');
  const methodId = params.string('payment_method');
  const customer = params.string('customer');
  const details = readDetails(params, intent);
  params.done();
  const changesMoney = amount !== undefined || methodId !== undefined || customer !== undefined;
  if (
    changesMoney &&
    !['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)
  ) {
    throw refused(
      `This PaymentIntent's amount, customer and payment method could not be updated because it has a status of ${intent.status}.`,
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    );
  }
  if (customer) work.tx.require('customer', customer, 'customer');
  const method = methodId ? resolvePaymentMethod(work, methodId) : undefined;
  return work.tx.put<PaymentIntent>({
    ...intent,
    ...details,
    amount: amount ?? intent.amount,
    customer: customer ?? intent.customer,
    ...(method ? { next_action: null, payment_method: method.id, status: 'requires_confirmation' } : {}),
  });
}

function confirm(work: Work, params: Params, id: string): PaymentIntent {
  const intent = work.tx.require('payment_intent', id);
  const methodId = params.string('payment_method');
  const captureMethod = params.oneOf('capture_method', CAPTURE_METHODS) ?? intent.capture_method;
  const options = params.record('payment_method_options') ?? intent.payment_method_options;
  const details = readDetails(params, intent);
  const confirmation = readConfirmation(params);
  params.done();
  requireConfirmable(intent);
  const method = methodId ? resolvePaymentMethod(work, methodId) : undefined;
  const ready = work.tx.put<PaymentIntent>({
    ...intent,
    ...details,
    capture_method: captureMethod,
    payment_method: method?.id ?? intent.payment_method,
    payment_method_options: options,
  });
  return confirmIntent(work, ready, confirmation);
}

function requireCapturable(intent: PaymentIntent): void {
  if (intent.status === 'requires_capture') return;
  const why =
    intent.status === 'succeeded'
      ? 'it has already been captured.'
      : `it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`;
  throw refused(`This PaymentIntent could not be captured because ${why}`, {
    code: 'payment_intent_unexpected_state',
    payment_intent: intent,
  });
}

/** Takes what was held, or a part of it; the rest of the hold is released. */
function capture(work: Work, params: Params, id: string): PaymentIntent {
  const intent = work.tx.require('payment_intent', id);
  const wanted = params.amount('amount_to_capture');
  const metadata = params.metadata(intent.metadata);
  params.done();
  requireCapturable(intent);
  const amount = wanted ?? intent.amount_capturable;
  if (amount > intent.amount_capturable) {
    throw refused(
      `The amount to capture (${amount}) is greater than the amount that can be captured (${intent.amount_capturable}).`,
      { code: 'amount_too_large', param: 'amount_to_capture', payment_intent: intent },
    );
  }
  const held = work.tx.require('charge', intent.latest_charge ?? '');
  const charge = settleCapture(work, held, amount);
  const captured = work.tx.put<PaymentIntent>({
    ...intent,
    amount_capturable: 0,
    amount_received: amount,
    metadata,
    status: 'succeeded',
  });
  emit(work, 'charge.captured', charge);
  emit(work, 'payment_intent.succeeded', captured);
  openDisputeOfCard(work, charge);
  return captured;
}

const CANCELABLE = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'];

/** Gives up an unfinished payment. A hold on the card is released: nothing was taken, so nothing is booked. */
function cancel(work: Work, params: Params, id: string): PaymentIntent {
  const intent = work.tx.require('payment_intent', id);
  const reason = params.oneOf('cancellation_reason', CANCEL_REASONS) ?? null;
  params.done();
  if (!CANCELABLE.includes(intent.status)) {
    throw refused(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(', ')}, processing.`,
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    );
  }
  if (intent.status === 'requires_capture' && intent.latest_charge) {
    const held = work.tx.require('charge', intent.latest_charge);
    const released = work.tx.put<Charge>({ ...held, amount_refunded: held.amount, refunded: true });
    emit(work, 'charge.refunded', released);
  }
  const canceled = work.tx.put<PaymentIntent>({
    ...intent,
    amount_capturable: 0,
    canceled_at: nowSeconds(),
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  emit(work, 'payment_intent.canceled', canceled);
  return canceled;
}

/** Payments, from the first attempt to capture or cancel. */
export const paymentIntentRoutes: readonly Route[] = [
  ['POST', '/v1/payment_intents', create],
  ['GET', '/v1/payment_intents', listOf('payment_intent', '/v1/payment_intents', 'customer')],
  ['GET', '/v1/payment_intents/:id', retrieveOf('payment_intent', 'client_secret')],
  ['POST', '/v1/payment_intents/:id', update],
  ['POST', '/v1/payment_intents/:id/confirm', confirm],
  ['POST', '/v1/payment_intents/:id/capture', capture],
  ['POST', '/v1/payment_intents/:id/cancel', cancel],
];
