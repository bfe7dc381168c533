import { describe, expect, it } from 'vitest';
import { aPart, aPayment } from './fixtures/part.ts';
import { cancelled, capturableMinor, completed, delivered, requestVoid } from './order-news.ts';
import { cashProvider, noChange, partsAfter } from './payment.ts';

const now = new Date('2026-01-15T12:00:00Z');
const first = aPart({ orderId: 'ord_1', amountMinor: 700n });
const second = aPart({ orderId: 'ord_2', amountMinor: 300n });
const cash = aPayment({ provider: cashProvider, state: 'AUTHORISED' });
const card = aPayment({ state: 'AUTHORISED', providerIntentId: 'pi_1' });

describe('delivery', () => {
  it('of a part paid by card is only noted', () => {
    const change = delivered(card, [first, second], 'ord_1', now);
    expect(change.parts).toEqual(new Map([['ord_1', { deliveredAt: now }]]));
    expect(change.bookings).toEqual([]);
  });

  it('of a part paid in cash collects it and leaves the payment open for the rest', () => {
    const change = delivered(cash, [first, second], 'ord_1', now);
    expect(change.announcements).toEqual([{ kind: 'paid', orderId: 'ord_1', amountMinor: 700n }]);
    expect(change.payment).toEqual({ capturedMinor: 700n });
  });

  it('of the last part paid in cash closes the payment', () => {
    const change = delivered(cash, [{ ...first, fundedMinor: 700n, deliveredAt: now }, second], 'ord_2', now);
    expect(change.payment).toMatchObject({ state: 'CAPTURED' });
  });

  it('a second time, or of an order that is not in the payment, changes nothing', () => {
    expect(delivered(cash, [{ ...first, deliveredAt: now }], 'ord_1', now)).toBe(noChange);
    expect(delivered(cash, [first], 'ord_9', now)).toBe(noChange);
  });

  it('of a cancelled cash order collects nothing', () => {
    expect(delivered(cash, [{ ...first, cancelledAt: now }], 'ord_1', now).announcements).toEqual([]);
  });
});

describe('completion', () => {
  it('is noted once', () => {
    expect(completed([first], 'ord_1', now).parts.get('ord_1')).toEqual({ completedAt: now });
    expect(completed([{ ...first, completedAt: now }], 'ord_1', now)).toBe(noChange);
  });
});

describe('cancellation', () => {
  it('of one of two card orders before capture leaves it out of the capture', () => {
    const change = cancelled(card, [first, second], 'ord_2', now);
    expect(change.intended).toEqual([]);
    expect(capturableMinor(partsAfter([first, second], change))).toBe(700n);
  });

  it('of the last card order gives the authorisation up', () => {
    const change = cancelled(card, [{ ...first, cancelledAt: now }, second], 'ord_2', now);
    expect(change.intended).toEqual([{ kind: 'VOID', amountMinor: 1_000n }]);
    expect(change.payment).toEqual({ voidRequestedAt: now });
  });

  it('of a card order after capture returns what is left of it, and nothing of the other', () => {
    const parts = [
      { ...first, fundedMinor: 700n, refundedMinor: 200n },
      { ...second, fundedMinor: 300n },
    ];
    const change = cancelled({ ...card, state: 'CAPTURED' }, parts, 'ord_1', now);
    expect(change.intended).toMatchObject([{ kind: 'REFUND', amountMinor: 500n }]);
  });

  it('of an order whose money is released is the business of a refund', () => {
    expect(cancelled({ ...card, state: 'CAPTURED' }, [{ ...first, releasedAt: now }], 'ord_1', now)).toBe(noChange);
  });

  it('of the only cash order voids the payment without telling anybody that it failed', () => {
    const change = cancelled(cash, [first], 'ord_1', now);
    expect(change.payment).toMatchObject({ state: 'VOIDED' });
    expect(change.announcements).toEqual([]);
    expect(change.bookings.map(({ phase }) => phase)).toEqual(['VOIDED']);
  });

  it('of one of two cash orders leaves the other due, and closes the payment once that is collected', () => {
    const change = cancelled(cash, [first, second], 'ord_2', now);
    expect(change.payment).toEqual({});
    expect(change.bookings.map(({ source, phase }) => [source, phase])).toEqual([['voided:ord_2', 'VOIDED']]);
    const collected = { ...first, fundedMinor: 700n, deliveredAt: now };
    expect(cancelled(cash, [collected, second], 'ord_2', now).payment).toMatchObject({ state: 'CAPTURED' });
  });

  it('of a cash order that was collected hands the money back', () => {
    const collected = { ...first, fundedMinor: 700n, deliveredAt: now };
    const change = cancelled({ ...cash, state: 'CAPTURED', capturedMinor: 700n }, [collected], 'ord_1', now);
    expect(change.intended).toMatchObject([{ kind: 'REFUND', amountMinor: 700n }]);
    expect(change.bookings.map(({ fact }) => fact)).toEqual(['REFUND']);
  });

  it.each([
    ['on its way back', { refundPendingMinor: 700n }],
    ['owed because its refund failed', {}],
  ])('a second time returns nothing that is %s already', (_what, more) => {
    const captured = { ...card, state: 'CAPTURED' as const };
    const before = { ...first, fundedMinor: 700n, cancelledAt: now, ...more };
    expect(cancelled(captured, [before], 'ord_1', now)).toEqual({ ...noChange });
  });

  it('of an order that is not part of the payment changes nothing', () => {
    const captured = { ...card, state: 'CAPTURED' as const };
    expect(cancelled(captured, [first], 'ord_of_another', now)).toBe(noChange);
  });

  it('while the outcome of the authorisation is unknown waits for it', () => {
    expect(requestVoid(aPayment(), now)).toMatchObject({ payment: { voidRequestedAt: now }, intended: [] });
    expect(requestVoid(aPayment({ providerIntentId: 'pi_1' }), now).intended).toHaveLength(1);
  });
});
