import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { answerOfError, failureOf } from './failures.ts';

const error = (type: keyof typeof Stripe.errors, raw: object): unknown => {
  const Kind = Stripe.errors[type] as new (given: object) => Error;
  return new Kind(raw);
};

describe('a decline', () => {
  it.each([
    [{ code: 'card_declined', decline_code: 'insufficient_funds' }, 'INSUFFICIENT_FUNDS'],
    [{ code: 'expired_card' }, 'EXPIRED_CARD'],
    [{ code: 'incorrect_cvc' }, 'INCORRECT_CVC'],
    [{ code: 'processing_error' }, 'PROCESSING_ERROR'],
    [{ code: 'payment_intent_authentication_failure' }, 'AUTHENTICATION_FAILED'],
    [{ code: 'authentication_required', decline_code: 'authentication_required' }, 'AUTHENTICATION_REQUIRED'],
    [{ code: 'something_new', decline_code: 'unheard_of' }, 'CARD_DECLINED'],
    [{}, 'CARD_DECLINED'],
  ])('of %j is %s', (raw, code) => {
    expect(failureOf(raw).code).toBe(code);
  });

  it.each(['lost_card', 'stolen_card', 'fraudulent', 'pickup_card'])('of a %s tells a thief nothing', (decline) => {
    expect(failureOf({ code: 'card_declined', decline_code: decline })).toEqual(failureOf({ code: 'card_declined' }));
  });
});

describe('an error of the SDK', () => {
  it.each([
    ['StripeCardError', { code: 'card_declined' }, 'CARD_DECLINED'],
    ['StripeInvalidRequestError', { param: 'payment_method' }, 'PAYMENT_METHOD_UNUSABLE'],
    ['StripeInvalidRequestError', { code: 'resource_missing' }, 'PAYMENT_METHOD_UNUSABLE'],
    ['StripeInvalidRequestError', { param: 'amount' }, 'PROVIDER_REFUSED'],
    ['StripeAuthenticationError', {}, 'PROVIDER_UNAVAILABLE'],
    ['StripePermissionError', {}, 'PROVIDER_UNAVAILABLE'],
  ] as const)('%s %j says that nothing happened: %s', (type, raw, code) => {
    expect(answerOfError(error(type, raw))).toMatchObject({ kind: 'refused', failure: { code } });
  });

  it.each([
    ['StripeConnectionError', {}],
    ['StripeAPIError', { statusCode: 500 }],
    ['StripeRateLimitError', { statusCode: 429 }],
    ['StripeIdempotencyError', { statusCode: 409 }],
  ] as const)('%s leaves the outcome unknown', (type, raw) => {
    expect(answerOfError(error(type, raw)).kind).toBe('unknown');
  });

  it('that is none is a defect', () => {
    expect(() => answerOfError(new TypeError('ours'))).toThrow('ours');
  });
});
