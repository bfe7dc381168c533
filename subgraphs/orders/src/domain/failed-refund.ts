import { invariant } from '@vitrina/platform/errors';

/** Money of one order as payments has it; refunds oldest first. */
export interface MoneyOfOrder {
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly refunds: readonly {
    readonly id: string;
    readonly state: 'PENDING' | 'SUCCEEDED' | 'FAILED';
    readonly amountMinor: bigint;
  }[];
}

/**
 * True while the money of a refund that failed is owed and nobody else sees to it. Others do when a refund of it is on its
 * way or through, and when a later one failed as well: that one is followed by itself.
 */
export const isStillOwed = ({ capturedMinor, refundedMinor, refunds }: MoneyOfOrder, refundId: string): boolean => {
  const at = refunds.findIndex(({ id }) => id === refundId);
  const failed = refunds[at];
  invariant(failed, `payments told of the refund ${refundId} and does not list it.`);
  const later = refunds.slice(at + 1);
  const isFollowed = later.some(({ state, amountMinor }) => state === 'FAILED' && amountMinor >= failed.amountMinor);
  const pendingMinor = refunds
    .filter(({ state }) => state === 'PENDING')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return !isFollowed && capturedMinor - refundedMinor - pendingMinor >= failed.amountMinor;
};
