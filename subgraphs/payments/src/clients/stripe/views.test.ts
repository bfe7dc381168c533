import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { cardView, intentView, refundView } from './views.ts';

/** What we read of an intent; Stripe sends more. */
const intent = (given: object): Stripe.PaymentIntent =>
  ({
    id: 'pi_1',
    status: 'requires_capture',
    amount_received: 0,
    currency: 'eur',
    client_secret: 'pi_1_secret',
    last_payment_error: null,
    latest_charge: null,
    metadata: { paymentId: 'pay_1' },
    next_action: null,
    payment_method: 'pm_1',
    ...given,
  }) as unknown as Stripe.PaymentIntent;

const card = { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 };

describe('an intent in our words', () => {
  it.each([
    ['requires_action', 'REQUIRES_ACTION'],
    ['requires_capture', 'AUTHORISED'],
    ['succeeded', 'CAPTURED'],
    ['canceled', 'VOIDED'],
    ['processing', 'PROCESSING'],
    ['requires_confirmation', 'PROCESSING'],
    ['requires_payment_method', 'PROCESSING'],
  ])('%s is %s', (status, state) => {
    expect(intentView(intent({ status })).state).toBe(state);
  });

  it('asks for another method only after an attempt that failed', () => {
    const seen = intentView(
      intent({ status: 'requires_payment_method', last_payment_error: { code: 'expired_card' } }),
    );
    expect(seen).toMatchObject({ state: 'FAILED', failure: { code: 'EXPIRED_CARD' } });
  });

  it('shows the way to the bank while it is needed, and no secret otherwise', () => {
    const next = { redirect_to_url: { url: 'https://bank.example' } };
    expect(intentView(intent({ status: 'requires_action', next_action: next })).action).toEqual({
      redirectUrl: 'https://bank.example',
      clientSecret: 'pi_1_secret',
    });
    expect(
      intentView(intent({ status: 'requires_action', next_action: { use_stripe_sdk: {} } })).action?.redirectUrl,
    ).toBeNull();
    expect(intentView(intent({})).action).toBeNull();
  });

  it('tells the fee in the currency it was settled in, once it is known', () => {
    const charge = { balance_transaction: { fee: 59, currency: 'usd' } };
    expect(intentView(intent({ latest_charge: charge })).fee).toEqual({ amountMinor: 59n, currency: 'USD' });
    expect(intentView(intent({ latest_charge: 'ch_1' })).fee).toBeNull();
    expect(intentView(intent({ latest_charge: { balance_transaction: null } })).fee).toBeNull();
  });

  it('knows a card by what may be kept of it', () => {
    const method = { id: 'pm_1', customer: { id: 'cus_1' }, card } as unknown as Stripe.PaymentMethod;
    expect(cardView(method)).toEqual({
      token: 'pm_1',
      customerId: 'cus_1',
      brand: 'visa',
      last4: '4242',
      expiryMonth: 12,
      expiryYear: 2034,
    });
    expect(cardView({ id: 'pm_2', customer: null } as unknown as Stripe.PaymentMethod)).toBeNull();
  });

  it('belongs to nobody when it does not carry our id', () => {
    expect(intentView(intent({ metadata: {} })).paymentId).toBeNull();
  });
});

describe('a refund in our words', () => {
  it.each([
    ['succeeded', 'SUCCEEDED'],
    ['pending', 'PENDING'],
    ['failed', 'FAILED'],
    ['canceled', 'FAILED'],
    ['requires_action', 'PENDING'],
  ])('%s is %s', (status, state) => {
    const refund = { id: 're_1', status, metadata: { refundId: 'rfd_1' } } as unknown as Stripe.Refund;
    expect(refundView(refund)).toEqual({ providerRefundId: 're_1', refundId: 'rfd_1', state });
  });
});
