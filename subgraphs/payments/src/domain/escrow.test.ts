import { describe, expect, it } from 'vitest';
import { escrowState, heldMinor, holdReasons, releaseIfDue } from './escrow.ts';
import { aPart, aPayment } from './fixtures/part.ts';
import { noChange } from './payment.ts';

const at = new Date('2026-01-15T12:00:00Z');
const due = aPart({
  fundedMinor: 1_000n,
  frozenAt: at,
  commissionMinor: 100n,
  commissionTaxMinor: 20n,
  deliveredAt: at,
  completedAt: at,
});

describe('escrow', () => {
  it.each([
    ['AWAITING_PAYMENT', aPart()],
    ['CLOSED', aPart({ cancelledAt: at })],
    ['HELD', aPart({ fundedMinor: 1_000n })],
    ['HELD', aPart({ fundedMinor: 1_000n, refundedMinor: 999n })],
    ['CLOSED', aPart({ fundedMinor: 1_000n, refundedMinor: 1_000n })],
    ['RELEASED', aPart({ fundedMinor: 1_000n, releasedAt: at })],
  ])('is %s', (state, part) => {
    expect(escrowState(part)).toBe(state);
  });

  it('holds what came in and did not go back, until it is released', () => {
    expect(heldMinor(aPart({ fundedMinor: 1_000n, refundedMinor: 250n }))).toBe(750n);
    expect(heldMinor({ ...due, releasedAt: at })).toBe(0n);
  });

  it.each([
    ['NOT_PAID', { fundedMinor: 0n }],
    ['RETURN_WINDOW_OPEN', { completedAt: null }],
    ['NOT_DELIVERED', { completedAt: null, deliveredAt: null }],
    ['REFUND_IN_PROGRESS', { refundPendingMinor: 1n }],
    ['COMMISSION_NOT_FROZEN', { frozenAt: null }],
  ])('is held by %s', (reason, missing) => {
    const part = { ...due, ...missing };
    expect(holdReasons(part)).toEqual([reason]);
    expect(releaseIfDue(aPayment(), part, at)).toBe(noChange);
  });

  it('is released to the shop less commission and tax when nothing holds it', () => {
    const change = releaseIfDue(aPayment(), due, at);
    expect(change.parts.get('ord_1')).toEqual({
      releasedAt: at,
      releasedMinor: 1_000n,
      releasedCommissionMinor: 100n,
      releasedTaxMinor: 20n,
    });
    expect(change.bookings[0]?.legs.map(({ account, amountMinor }) => [account.kind, amountMinor])).toEqual([
      ['ESCROW', 1_000n],
      ['SELLER_PAYABLE', -880n],
      ['COMMISSION', -100n],
      ['COMMISSION_TAX', -20n],
    ]);
  });

  it.each([
    ['a second time', { releasedAt: at }],
    ['for a cancelled order', { cancelledAt: at }],
    ['when all of it went back', { refundedMinor: 1_000n }],
  ])('is not released %s', (_what, given) => {
    expect(releaseIfDue(aPayment(), { ...due, ...given }, at)).toBe(noChange);
  });
});
