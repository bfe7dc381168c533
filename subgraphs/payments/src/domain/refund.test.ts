import { describe, expect, it } from 'vitest';
import { aPart, aPayment } from './fixtures/part.ts';
import { imbalance } from './ledger.ts';
import type { Refund } from './payment.ts';
import { observeRefund, refundableMinor, startRefund } from './refund.ts';

const funded = aPart({ fundedMinor: 1_000n });
const started = (part = funded, amountMinor = 300n) =>
  startRefund(aPayment({ state: 'CAPTURED', refundedMinor: 0n }), part, {
    reference: 'r1',
    amountMinor,
    reason: 'Broken.',
    earlier: [],
  });

describe('a refund', () => {
  it('leaves what is on its way out of what may still be returned', () => {
    expect(refundableMinor(aPart({ fundedMinor: 1_000n, refundedMinor: 200n, refundPendingMinor: 300n }))).toBe(500n);
  });

  it('is announced in the books first, balanced, and asked of the provider', () => {
    const { refund, change } = started();
    expect(refund).toMatchObject({ state: 'PENDING', fromEscrowMinor: 300n, fromSellerMinor: 0n });
    expect(change.bookings[0]).toMatchObject({ phase: 'PENDING', source: `refund:${refund.id}` });
    expect([...imbalance(change.bookings[0]?.legs ?? []).values()]).toEqual([0n]);
    expect(change.intended).toEqual([{ kind: 'REFUND', amountMinor: 300n, refund }]);
  });

  it.each<[Refund['state'], Refund['state'], string[] | null]>([
    ['PENDING', 'PENDING', null],
    ['PENDING', 'SUCCEEDED', ['POSTED']],
    ['PENDING', 'FAILED', ['VOIDED']],
    ['SUCCEEDED', 'PENDING', null],
    ['SUCCEEDED', 'SUCCEEDED', null],
    ['SUCCEEDED', 'FAILED', ['POSTED']],
    ['FAILED', 'SUCCEEDED', null],
    ['FAILED', 'PENDING', null],
  ])('that is %s and seen %s books %j', (state, seen, phases) => {
    const part = aPart({
      fundedMinor: 1_000n,
      refundedMinor: state === 'SUCCEEDED' ? 300n : 0n,
      refundPendingMinor: state === 'PENDING' ? 300n : 0n,
    });
    const payment = aPayment({ state: 'CAPTURED', refundedMinor: state === 'SUCCEEDED' ? 300n : 0n });
    const change = observeRefund(payment, part, { ...started().refund, state }, seen);
    expect(change?.bookings.map(({ phase }) => phase) ?? null).toEqual(phases);
  });

  it('takes what a bounced refund left in escrow before anything of the shop’s', () => {
    const part = aPart({
      fundedMinor: 1_000n,
      releasedAt: new Date(0),
      releasedMinor: 600n,
      releasedCommissionMinor: 60n,
      releasedTaxMinor: 0n,
    });
    const bounced: Refund = { ...started(funded, 400n).refund, state: 'FAILED' };
    const again = (amountMinor: bigint) =>
      startRefund(aPayment({ state: 'CAPTURED' }), part, {
        reference: 'r2',
        amountMinor,
        reason: '',
        earlier: [bounced],
      }).refund;
    expect(again(400n)).toMatchObject({ fromEscrowMinor: 400n, fromSellerMinor: 0n, fromCommissionMinor: 0n });
    expect(again(1_000n)).toMatchObject({ fromEscrowMinor: 400n, fromSellerMinor: 540n, fromCommissionMinor: 60n });
  });

  it('tells others when the money went back, and not before, and when it did not or came back', () => {
    const { refund } = started();
    const part = { ...funded, refundPendingMinor: 300n };
    expect(observeRefund(aPayment(), part, refund, 'SUCCEEDED')?.announcements).toEqual([{ kind: 'refunded', refund }]);
    expect(observeRefund(aPayment(), part, refund, 'PENDING')).toBeNull();
    const failed = [{ kind: 'refund-failed', refund }];
    expect(observeRefund(aPayment(), part, refund, 'FAILED')?.announcements).toEqual(failed);
    const succeeded = { ...refund, state: 'SUCCEEDED' as const };
    const returned = { ...funded, refundedMinor: 300n };
    const bounced = observeRefund(aPayment({ refundedMinor: 300n }), returned, succeeded, 'FAILED');
    expect(bounced?.announcements).toEqual([{ kind: 'refund-failed', refund: succeeded }]);
  });
});
