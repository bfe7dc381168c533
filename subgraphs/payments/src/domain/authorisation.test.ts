import { describe, expect, it } from 'vitest';
import { type AuthorisationRequest, refusalOf } from './authorisation.ts';

const request: AuthorisationRequest = {
  groupId: 'grp_1',
  buyerId: 'usr_1',
  guestKey: null,
  currency: 'EUR',
  amountMinor: 1_000n,
  terms: 'PREPAID',
  paymentMethodId: null,
  providerToken: 'pm_card_visa',
  saveMethod: false,
  returnUrl: null,
  parts: [
    { orderId: 'ord_1', shopId: 'shp_1', amountMinor: 600n },
    { orderId: 'ord_2', shopId: 'shp_2', amountMinor: 400n },
  ],
};
const cash = { ...request, terms: 'ON_DELIVERY' as const, providerToken: null };

describe('what may be authorised', () => {
  it('is a whole that is the sum of its parts, by card or in cash', () => {
    expect(refusalOf(request)).toBeUndefined();
    expect(refusalOf({ ...request, providerToken: null, paymentMethodId: 'pmt_1' })).toBeUndefined();
    expect(refusalOf(cash)).toBeUndefined();
  });

  it.each<[string, Partial<AuthorisationRequest>, string]>([
    ['an unknown currency', { currency: 'ZZZ' }, 'CURRENCY_UNKNOWN'],
    ['nothing to pay', { amountMinor: 0n }, 'AMOUNT_INVALID'],
    ['more than a card takes', { amountMinor: 100_000_000n }, 'AMOUNT_TOO_LARGE'],
    [
      'an order named twice',
      { parts: [request.parts[0]!, { ...request.parts[0]!, amountMinor: 400n }] },
      'PARTS_INVALID',
    ],
    [
      'a part of nothing',
      {
        parts: [
          { ...request.parts[0]!, amountMinor: 1_000n },
          { ...request.parts[1]!, amountMinor: 0n },
        ],
      },
      'PARTS_INVALID',
    ],
    ['parts that fall short', { parts: [request.parts[0]!] }, 'PARTS_DO_NOT_SUM'],
    ['a card and a token', { paymentMethodId: 'pmt_1' }, 'PAYMENT_METHOD_REQUIRED'],
    ['neither', { providerToken: null }, 'PAYMENT_METHOD_REQUIRED'],
    ['a card number', { providerToken: '4242424242424242' }, 'PROVIDER_TOKEN_INVALID'],
  ])('is not %s', (_what, more, code) => {
    expect(refusalOf({ ...request, ...more })?.code).toBe(code);
  });

  it.each<[string, Partial<AuthorisationRequest>]>([
    ['a token', { providerToken: 'pm_card_visa' }],
    ['a saved card', { paymentMethodId: 'pmt_1' }],
    ['both', { paymentMethodId: 'pmt_1', providerToken: 'pm_card_visa' }],
  ])('is not cash with %s', (_what, more) => {
    expect(refusalOf({ ...cash, ...more })?.code).toBe('PAYMENT_METHOD_REQUIRED');
  });

  it('names the remedy and never repeats what looked like a card', () => {
    expect(refusalOf({ ...request, providerToken: '4242424242424242' })?.message).not.toContain('4242');
  });
});
