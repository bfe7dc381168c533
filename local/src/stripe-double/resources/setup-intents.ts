import { startChallenge } from '../challenge-start.ts';
import { cardBehind } from '../charging.ts';
import { refused, StripeError, type StripeErrorBody } from '../errors.ts';
import { listOf, retrieveOf } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import type { PaymentMethod, SetupIntent } from '../shapes/index.ts';
import { newSetupIntent } from '../shapes/setup-intent.ts';
import { emit, type Work } from '../work.ts';
import { type Confirmation, readConfirmation, readMethodTypes } from './confirm-intent.ts';
import { requireUsable, resolvePaymentMethod } from './payment-methods.ts';

/** The method is now fit for later payments; with a customer on the intent it is attached to that customer. */
export function finishSetup(work: Work, intent: SetupIntent): SetupIntent {
  const method = work.tx.require('payment_method', intent.payment_method ?? '');
  const saved = work.tx.put({ ...method, customer: intent.customer ?? method.customer }, { hidden: { setUp: 'yes' } });
  if (saved.customer && !method.customer) emit(work, 'payment_method.attached', saved);
  const done = work.tx.put<SetupIntent>({ ...intent, last_setup_error: null, next_action: null, status: 'succeeded' });
  emit(work, 'setup_intent.succeeded', done);
  return done;
}

function failSetup(work: Work, intent: SetupIntent, method: PaymentMethod, error: StripeErrorBody): never {
  const failed = work.tx.put<SetupIntent>({
    ...intent,
    last_setup_error: { ...error, payment_method: method },
    payment_method: null,
    status: 'requires_payment_method',
  });
  emit(work, 'setup_intent.setup_failed', failed);
  throw new StripeError(402, { ...error, payment_method: method, setup_intent: failed }, { keepsEffects: true });
}

function confirmSetup(work: Work, intent: SetupIntent, confirmation: Confirmation): SetupIntent {
  if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)) {
    throw refused(`You cannot confirm this SetupIntent because it has a status of ${intent.status}.`, {
      code: 'setup_intent_unexpected_state',
      setup_intent: intent,
    });
  }
  if (!intent.payment_method) {
    throw refused("You cannot confirm this SetupIntent because it's missing a payment method.", {
      code: 'setup_intent_unexpected_state',
      setup_intent: intent,
    });
  }
  const method = work.tx.require('payment_method', intent.payment_method, 'payment_method');
  requireUsable(work, method, intent.customer);
  const { challenge, decline, savesThenDeclines } = cardBehind(work, method);
  if (decline && !savesThenDeclines && !challenge) {
    failSetup(work, intent, method, {
      type: 'card_error',
      code: decline.code,
      ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
      message: decline.message,
    });
  }
  if (!challenge) return finishSetup(work, intent);
  const { action, hidden } = startChallenge(work, intent.id, confirmation.returnUrl);
  const waiting = work.tx.put<SetupIntent>(
    { ...intent, last_setup_error: null, next_action: action, status: 'requires_action' },
    { hidden },
  );
  emit(work, 'setup_intent.requires_action', waiting);
  return waiting;
}

function create(work: Work, params: Params): SetupIntent {
  const customer = params.string('customer') ?? null;
  const methodId = params.string('payment_method');
  const description = params.string('description') ?? null;
  const metadata = params.metadata();
  const usage = params.oneOf('usage', ['off_session', 'on_session']) ?? 'off_session';
  const types = readMethodTypes(params);
  const isConfirmed = params.boolean('confirm') ?? false;
  const confirmation = readConfirmation(params);
  params.done();

  if (customer) work.tx.require('customer', customer, 'customer');
  const method = methodId ? resolvePaymentMethod(work, methodId) : undefined;
  const intent = work.tx.put(
    newSetupIntent({
      ...types,
      customer,
      description,
      metadata,
      payment_method: method?.id ?? null,
      status: method ? 'requires_confirmation' : 'requires_payment_method',
      usage,
    }),
  );
  emit(work, 'setup_intent.created', intent);
  return isConfirmed ? confirmSetup(work, intent, confirmation) : intent;
}

function confirm(work: Work, params: Params, id: string): SetupIntent {
  const intent = work.tx.require('setup_intent', id);
  const methodId = params.string('payment_method');
  const confirmation = readConfirmation(params);
  params.done();
  const method = methodId ? resolvePaymentMethod(work, methodId) : undefined;
  const ready = work.tx.put({ ...intent, payment_method: method?.id ?? intent.payment_method });
  return confirmSetup(work, ready, confirmation);
}

function cancel(work: Work, params: Params, id: string): SetupIntent {
  const intent = work.tx.require('setup_intent', id);
  const reason = params.oneOf('cancellation_reason', ['abandoned', 'duplicate', 'requested_by_customer']) ?? null;
  params.done();
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw refused(`You cannot cancel this SetupIntent because it has a status of ${intent.status}.`, {
      code: 'setup_intent_unexpected_state',
      setup_intent: intent,
    });
  }
  const canceled = work.tx.put<SetupIntent>({
    ...intent,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  });
  emit(work, 'setup_intent.canceled', canceled);
  return canceled;
}

/** Cards saved ahead of a payment. */
export const setupIntentRoutes: readonly Route[] = [
  ['POST', '/v1/setup_intents', create],
  ['GET', '/v1/setup_intents', listOf('setup_intent', '/v1/setup_intents', 'customer')],
  ['GET', '/v1/setup_intents/:id', retrieveOf('setup_intent', 'client_secret')],
  ['POST', '/v1/setup_intents/:id/confirm', confirm],
  ['POST', '/v1/setup_intents/:id/cancel', cancel],
];
