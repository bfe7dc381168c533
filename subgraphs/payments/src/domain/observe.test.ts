import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPart, aPayment } from './fixtures/part.ts';
import { imbalance } from './ledger.ts';
import { nextStep, observe } from './observe.ts';
import { noChange, type Payment, type PaymentState, partsAfter } from './payment.ts';
import type { IntentView } from './provider.ts';

const now = new Date('2026-01-15T12:00:00Z');
const view = (state: IntentView['state'], capturedMinor = 0n): IntentView => ({
  intentId: 'pi_1',
  paymentId: 'pay_1',
  state,
  capturedMinor,
  action: null,
  failure: null,
  card: null,
  fee: null,
});
const parts = [aPart({ orderId: 'ord_1', amountMinor: 700n }), aPart({ orderId: 'ord_2', amountMinor: 300n })];

describe('news of a payment', () => {
  it.each<[PaymentState, IntentView['state'], ReturnType<typeof nextStep>]>([
    ['PENDING', 'PROCESSING', 'nothing'],
    ['PENDING', 'REQUIRES_ACTION', 'REQUIRES_ACTION'],
    ['PENDING', 'CAPTURED', 'CAPTURED'],
    ['AUTHORISED', 'REQUIRES_ACTION', 'nothing'],
    ['AUTHORISED', 'FAILED', 'nothing'],
    ['AUTHORISED', 'VOIDED', 'VOIDED'],
    ['CAPTURED', 'AUTHORISED', 'nothing'],
    ['CAPTURED', 'VOIDED', 'nothing'],
    ['FAILED', 'REQUIRES_ACTION', 'nothing'],
    ['FAILED', 'AUTHORISED', 'give back'],
    ['VOIDED', 'AUTHORISED', 'give back'],
    ['VOIDED', 'CAPTURED', 'CAPTURED'],
  ])('%s, then %s: %s', (current, seen, step) => {
    expect(nextStep(current, seen)).toBe(step);
  });

  it('of a life without failures ends captured in whatever order and however often it comes', () => {
    const life: IntentView['state'][] = ['PROCESSING', 'REQUIRES_ACTION', 'AUTHORISED', 'CAPTURED'];
    const shuffled = fc
      .array(fc.constantFrom(...life), { maxLength: 12 })
      .map((seen) => [...seen, 'CAPTURED' as const]);
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 12 }), (seen, at) => {
        const order = [...seen.slice(0, -1)];
        order.splice(at % (order.length + 1), 0, 'CAPTURED');
        let payment: Payment = aPayment();
        let standing = parts;
        let paid = 0;
        for (const state of order) {
          const change = observe(payment, standing, view(state, state === 'CAPTURED' ? 1_000n : 0n), {
            channel: 'notice',
            now,
          });
          payment = { ...payment, ...change.payment };
          standing = partsAfter(standing, change);
          paid += change.announcements.filter(({ kind }) => kind === 'paid').length;
          for (const { legs } of change.bookings)
            expect([...imbalance(legs).values()].every((off) => off === 0n)).toBe(true);
        }
        expect(payment.state).toBe('CAPTURED');
        expect(standing.map((part) => part.fundedMinor)).toEqual([700n, 300n]);
        expect(paid).toBe(2);
      }),
    );
  });

  it('that money was taken for a payment that was given up sends all of it back', () => {
    const change = observe(aPayment({ state: 'VOIDED' }), parts, view('CAPTURED', 1_000n), { channel: 'notice', now });
    expect(change.intended.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['REFUND', 700n],
      ['REFUND', 300n],
    ]);
    expect(change.announcements).toEqual([]);
  });

  it('that less was taken than asked spreads it over the orders to the last cent', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1_000n }), (captured) => {
        const change = observe(aPayment({ state: 'AUTHORISED' }), parts, view('CAPTURED', captured), {
          channel: 'notice',
          now,
        });
        const funded = partsAfter(parts, change).map((part) => part.fundedMinor);
        expect(funded.reduce((total, each) => total + each, 0n)).toBe(captured);
        expect(funded.every((each, index) => each <= (parts[index]?.amountMinor ?? 0n))).toBe(true);
      }),
    );
  });

  it('without a fee, or with one of nothing, books none', () => {
    const booked = (fee: IntentView['fee']) =>
      observe(
        aPayment({ state: 'AUTHORISED' }),
        parts,
        { ...view('CAPTURED', 1_000n), fee },
        { channel: 'notice', now },
      )
        .bookings.filter(({ fact }) => fact === 'PROVIDER_FEE')
        .map(({ legs }) => legs.length);
    expect(booked(null)).toEqual([]);
    expect(booked({ amountMinor: 0n, currency: 'EUR' })).toEqual([]);
    expect(booked({ amountMinor: 59n, currency: 'EUR' })).toEqual([2]);
  });

  it('that is about another object of the provider changes nothing', () => {
    const known = aPayment({ state: 'AUTHORISED', providerIntentId: 'pi_of_the_first_try' });
    for (const state of ['AUTHORISED', 'CAPTURED', 'VOIDED'] as const)
      expect(observe(known, parts, view(state, 1_000n), { channel: 'notice', now })).toBe(noChange);
  });

  it('of an authorisation that nobody wants any more is answered by a void', () => {
    const change = observe(aPayment({ voidRequestedAt: now }), parts, view('AUTHORISED'), { channel: 'notice', now });
    expect(change.intended).toEqual([{ kind: 'VOID', amountMinor: 1_000n }]);
    expect(change.announcements).toEqual([]);
  });
});
