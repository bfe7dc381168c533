import { startChallenge } from '../challenge-start.ts';
import { AUTHENTICATION_REQUIRED, attemptCharge, cardBehind, declineAttempt, failAttempt } from '../charging.ts';
import { invalidParam, refused } from '../errors.ts';
import type { Params } from '../params.ts';
import type { PaymentIntent, PaymentMethod } from '../shapes/index.ts';
import { emit, type Work } from '../work.ts';
import { requireUsable, saveForLater } from './payment-methods.ts';

/** What a confirmation may carry besides the payment method. */
export interface Confirmation {
  returnUrl: string | undefined;
  isOffSession: boolean;
  errorOnRequiresAction: boolean;
}

/** Reads what payment and setup intents have in common when they are confirmed. */
export function readConfirmation(params: Params): Confirmation {
  const returnUrl = params.string('return_url');
  // Accepted as at Stripe; for cards of the double they change nothing.
  params.boolean('use_stripe_sdk');
  params.record('mandate_data');
  if (returnUrl !== undefined && !URL.canParse(returnUrl)) {
    throw invalidParam('Not a valid URL', 'return_url', 'url_invalid');
  }
  return {
    returnUrl,
    isOffSession: params.boolean('off_session') ?? false,
    errorOnRequiresAction: params.boolean('error_on_requires_action') ?? false,
  };
}

/**
 * Which kinds of payment method an intent takes. Since API version 2026-09-30 the list is a wish
 * (`allowed_payment_method_types`) and no longer `payment_method_types`; the double has cards only.
 */
export function readMethodTypes(
  params: Params,
): Pick<PaymentIntent, 'allowed_payment_method_types' | 'automatic_payment_methods' | 'payment_method_types'> {
  const allowed = params.list('allowed_payment_method_types') ?? null;
  if (params.has('payment_method_types')) {
    throw invalidParam(
      'Received unknown parameter: payment_method_types. Since API version 2026-09-30.endive it is allowed_payment_method_types.',
      'payment_method_types',
      'parameter_unknown',
    );
  }
  if (allowed && !allowed.includes('card')) {
    throw invalidParam(`The double takes cards only, not ${allowed.join(', ')}.`, 'allowed_payment_method_types');
  }
  const automatic = params.group('automatic_payment_methods');
  const isEnabled = automatic.boolean('enabled') ?? true;
  const redirects = automatic.oneOf('allow_redirects', ['always', 'never']) ?? 'always';
  return {
    allowed_payment_method_types: allowed,
    automatic_payment_methods: isEnabled ? { allow_redirects: redirects, enabled: true } : null,
    payment_method_types: ['card'],
  };
}

/** A list of nothing but cards rules redirects out, whatever the Dashboard says. */
function mayRedirect(intent: PaymentIntent): boolean {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = intent;
  if (allowed?.every((type) => type === 'card')) return false;
  return automatic?.enabled === true && automatic.allow_redirects !== 'never';
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** Refuses to confirm what is already paid, held or canceled. */
export function requireConfirmable(intent: PaymentIntent): void {
  if (CONFIRMABLE.includes(intent.status)) return;
  const why =
    intent.status === 'succeeded'
      ? 'it has already succeeded after being previously confirmed.'
      : `it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${CONFIRMABLE.join(', ')}.`;
  throw refused(`You cannot confirm this PaymentIntent because ${why}`, {
    code: 'payment_intent_unexpected_state',
    payment_intent: intent,
  });
}

/** Dashboard-chosen methods may redirect, so a server-side confirmation must say where the customer comes back to. */
function requireReturnUrl(intent: PaymentIntent, confirmation: Confirmation): void {
  if (!mayRedirect(intent) || confirmation.returnUrl || confirmation.isOffSession) return;
  throw refused(
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you do not want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`, or give `allowed_payment_method_types`.',
    { payment_intent: intent },
  );
}

function needsChallenge(work: Work, method: PaymentMethod): boolean {
  const { challenge } = cardBehind(work, method);
  if (challenge === 'always') return true;
  return challenge === 'unless_set_up' && work.tx.hidden(method.id).setUp !== 'yes';
}

function askCustomer(work: Work, intent: PaymentIntent, confirmation: Confirmation): PaymentIntent {
  const { action, hidden } = startChallenge(work, intent.id, confirmation.returnUrl);
  const waiting = work.tx.put<PaymentIntent>(
    { ...intent, last_payment_error: null, next_action: action, status: 'requires_action' },
    { hidden },
  );
  emit(work, 'payment_intent.requires_action', waiting);
  return waiting;
}

/**
 * Confirms an intent whose payment method is already set on it: approves, asks for 3-D Secure, or throws the 402 of a
 * decline. The caller has put the intent into the books.
 */
export function confirmIntent(work: Work, intent: PaymentIntent, confirmation: Confirmation): PaymentIntent {
  requireConfirmable(intent);
  if (!intent.payment_method) {
    throw refused(
      `You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment method and then confirm it again.`,
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    );
  }
  requireReturnUrl(intent, confirmation);
  const method = work.tx.require('payment_method', intent.payment_method, 'payment_method');
  requireUsable(work, method, intent.customer);
  if (needsChallenge(work, method)) {
    if (confirmation.isOffSession) declineAttempt(work, intent, method, AUTHENTICATION_REQUIRED);
    if (confirmation.errorOnRequiresAction) {
      failAttempt(work, intent, method, {
        type: 'card_error',
        code: 'authentication_required',
        decline_code: 'authentication_not_handled',
        message: 'This payment required an authentication action to complete, but `error_on_requires_action` was set.',
      });
    }
    return askCustomer(work, intent, confirmation);
  }
  const paid = attemptCharge(work, intent, method, false);
  saveForLater(work, paid, method);
  return paid;
}
