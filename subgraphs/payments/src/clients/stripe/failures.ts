import Stripe from 'stripe';
import type { Answer, Failure } from '../../domain/provider.ts';

/** Our codes and words for Stripe's (docs.stripe.com/declines/codes). What would tell a thief something stays a plain decline. */
const failures: Readonly<Record<string, Failure>> = {
  insufficient_funds: {
    code: 'INSUFFICIENT_FUNDS',
    message: 'The card does not hold enough money; use another card or payment method.',
  },
  expired_card: { code: 'EXPIRED_CARD', message: 'The card has expired; use another one.' },
  incorrect_cvc: { code: 'INCORRECT_CVC', message: 'The security code is wrong; check the back of the card.' },
  processing_error: {
    code: 'PROCESSING_ERROR',
    message: 'The bank could not process the card just now; try again in a moment.',
  },
  payment_intent_authentication_failure: {
    code: 'AUTHENTICATION_FAILED',
    message: "The bank's check was not passed; try again or use another card.",
  },
  authentication_required: {
    code: 'AUTHENTICATION_REQUIRED',
    message: "The bank wants a check that needs you; pay again and follow the bank's page.",
  },
};

const declined: Failure = {
  code: 'CARD_DECLINED',
  message: 'The bank declined the card; use another card or ask the bank.',
};

/** Stripe does not take our key: nothing is wrong with the call. */
export const keyRefused: Failure = {
  code: 'PROVIDER_UNAVAILABLE',
  message: 'Card payments are not available just now; pay another way.',
};

/** What a decline means to the buyer. */
export const failureOf = (error: { readonly code?: string | null; readonly decline_code?: string | null }): Failure =>
  failures[error.decline_code ?? ''] ?? failures[error.code ?? ''] ?? declined;

/**
 * Sorts an error of the SDK: a refused request did nothing; anything that may have happened on the way (no answer,
 * 5xx, a key in use, too many requests) is unknown. Other errors are defects and are thrown on.
 */
export const answerOfError = (error: unknown): Exclude<Answer<never>, { kind: 'known' }> => {
  if (error instanceof Stripe.errors.StripeCardError) return { kind: 'refused', failure: failureOf(error) };
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    const isCard =
      error.code === 'resource_missing' ||
      error.param === 'payment_method' ||
      error.param === 'card[token]' ||
      error.param === 'customer';
    const failure: Failure = isCard
      ? {
          code: 'PAYMENT_METHOD_UNUSABLE',
          message: 'This card cannot be used any more; enter it again or use another.',
        }
      : { code: 'PROVIDER_REFUSED', message: 'The payment provider refused the request; use another payment method.' };
    return { kind: 'refused', failure };
  }
  if (
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  ) {
    return { kind: 'refused', failure: keyRefused };
  }
  if (error instanceof Stripe.errors.StripeError) {
    return { kind: 'unknown', reason: `${error.type}${error.statusCode ? ` ${error.statusCode}` : ''}` };
  }
  throw error;
};
