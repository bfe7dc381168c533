import { describe, expect, it } from 'vitest';
import { isStillOwed, type MoneyOfOrder } from './failed-refund.ts';

type State = MoneyOfOrder['refunds'][number]['state'];

/** An order of 1,000 whose first refund failed, and what came after it. */
const after = (refundedMinor: bigint, ...later: readonly (readonly [state: State, amountMinor: bigint])[]) => ({
  capturedMinor: 1_000n,
  refundedMinor,
  refunds: [
    { id: 'rfd_0', state: 'FAILED' as const, amountMinor: 1_000n },
    ...later.map(([state, amountMinor], index) => ({ id: `rfd_${index + 1}`, state, amountMinor })),
  ],
});

describe('the money of a refund that failed', () => {
  it.each<[string, MoneyOfOrder, boolean]>([
    ['owed when nothing came after it', after(0n), true],
    ['not owed while another refund is on its way', after(0n, ['PENDING', 1_000n]), false],
    ['not owed once another refund brought it back', after(1_000n, ['SUCCEEDED', 1_000n]), false],
    ['left to a later refund of it that failed too', after(0n, ['FAILED', 1_000n]), false],
  ])('is %s', (_what, money, owed) => {
    expect(isStillOwed(money, 'rfd_0')).toBe(owed);
  });

  it('is owed besides what went back for something else', () => {
    const money: MoneyOfOrder = {
      capturedMinor: 1_000n,
      refundedMinor: 300n,
      refunds: [
        { id: 'rfd_0', state: 'FAILED', amountMinor: 500n },
        { id: 'rfd_1', state: 'SUCCEEDED', amountMinor: 300n },
        { id: 'rfd_2', state: 'FAILED', amountMinor: 100n },
      ],
    };
    expect(isStillOwed(money, 'rfd_0')).toBe(true);
    expect(isStillOwed(money, 'rfd_2')).toBe(true);
  });

  it('is a defect when payments does not know of the refund', () => {
    expect(() => isStillOwed(after(0n), 'rfd_other')).toThrow('rfd_other');
  });
});
