import { describe, expect, it } from 'vitest';
import { outOfStock, paymentDeclined } from '../../domain/refusals.ts';
import { because } from './data.ts';
import { cancelReasonOf, eventReason, givenUp, refusalsOf } from './reasons.ts';

const failure = (code: string) => ({ code, message: 'Why.' });

describe('why the orders of a purchase that was undone are cancelled', () => {
  it.each([
    ['OUT_OF_STOCK', 'OUT_OF_STOCK', 'out_of_stock'],
    ['RESERVATION_EXPIRED', 'OUT_OF_STOCK', 'out_of_stock'],
    ['RESERVATION_GONE', 'OUT_OF_STOCK', 'out_of_stock'],
    ['DEADLINE_EXCEEDED', 'PAYMENT_EXPIRED', 'payment_expired'],
    ['CHECKOUT_GIVEN_UP', 'BUYER', 'buyer'],
    ['PAYMENT_DECLINED', 'PAYMENT_FAILED', 'payment_failed'],
    ['ANYTHING_ELSE', 'PAYMENT_FAILED', 'payment_failed'],
  ])('after %s is %s, told as %s', (code, reason, told) => {
    expect(cancelReasonOf(failure(code))).toBe(reason);
    expect(eventReason(cancelReasonOf(failure(code)))).toBe(told);
  });

  it('is the payment when nobody said why', () => {
    expect(cancelReasonOf(null)).toBe('PAYMENT_FAILED');
  });
});

describe('what the buyer reads', () => {
  it('is every refusal, in the order they were found', () => {
    const refusals = [
      outOfStock(['cartId'], { variantId: 'var_1', requested: 2, available: 0 }),
      outOfStock(['cartId'], { variantId: 'var_2', requested: 3, available: 1 }),
    ];
    expect(refusalsOf(because(refusals))).toEqual(refusals);
    expect(refusalsOf(because([paymentDeclined('EXPIRED_CARD', 'Use another card.')]))).toMatchObject([
      { __typename: 'PaymentDeclined', declineCode: 'EXPIRED_CARD' },
    ]);
  });

  it('is that time ran out, whatever the deadline calls itself, and when nothing is known', () => {
    for (const given of [failure('DEADLINE_EXCEEDED'), null])
      expect(refusalsOf(given)).toMatchObject([{ code: 'PAYMENT_EXPIRED', field: ['payment'] }]);
  });

  it('is the bare reason when no refusals came with it', () => {
    expect(refusalsOf(failure('STRANGE'))).toEqual([
      expect.objectContaining({ code: 'STRANGE', field: [], message: 'Why.' }),
    ]);
    expect(refusalsOf(givenUp)).toMatchObject([{ code: 'CHECKOUT_GIVEN_UP', message: expect.stringMatching(/again/) }]);
  });
});
