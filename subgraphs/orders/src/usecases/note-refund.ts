import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { eq } from 'drizzle-orm';
import type { PaymentStatus } from '../domain/order-state.ts';
import type { Ports } from '../ports.ts';
import { shopOrder } from '../store/order.table.ts';
import { lockGroup } from './record-change.ts';
import { recordRefunded } from './record-refunded.ts';

/** What payments says of money on its way back. */
export interface RefundNews {
  readonly groupId: string;
  readonly orderId: string;
  readonly amountMinor: bigint;
  /** Version of the payment at which it became true. */
  readonly paymentVersion: number;
  readonly status: Extract<PaymentStatus, 'REFUND_PENDING' | 'REFUNDED'>;
}

/**
 * Writes down where the money of an order is now. The newest version of the payment holds, in whatever order and however
 * often its news comes. It may come before the purchase that is being undone has cancelled the order: the cancellation
 * keeps what is known of the money then.
 */
export const noteRefund = async (
  { clock }: Pick<Ports, 'clock'>,
  tx: Tx,
  { groupId, orderId, amountMinor, paymentVersion, status }: RefundNews,
): Promise<void> => {
  await lockGroup(tx, groupId);
  const [order] = await tx.select().from(shopOrder).where(eq(shopOrder.id, orderId));
  invariant(order, `payments told of a refund of the order ${orderId}, which is not there.`);
  // A part of the money going back leaves the order paid.
  if (amountMinor < order.totalMinor || paymentVersion <= (order.paymentVersion ?? 0)) return;
  const isTold = status === 'REFUNDED' && order.status === 'CANCELLED';
  if (isTold) await recordRefunded(tx, order, clock.now());
  await tx
    .update(shopOrder)
    .set({ paymentVersion, ...(!isTold && { paymentStatus: status }) })
    .where(eq(shopOrder.id, orderId));
};
