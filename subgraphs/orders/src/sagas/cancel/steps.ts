import { invariant } from '@vitrina/platform/errors';
import { type LocalStep, type RemoteStep, type StepOutcome, stepDone, stepWaits } from '@vitrina/platform/saga';
import { orderCancelled } from '@vitrina/schema/events';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Ports } from '../../ports.ts';
import { unitsOfOrder } from '../../queries/group-units.ts';
import { type OrderRow, shopOrder } from '../../store/order.table.ts';
import { factsOf } from '../../usecases/published-facts.ts';
import { lockGroup, ordersOf } from '../../usecases/record-change.ts';
import { recordRefunded } from '../../usecases/record-refunded.ts';
import { said } from '../checkout/data.ts';
import { eventReason } from '../checkout/reasons.ts';
import type { CancelData, CancelScope } from './data.ts';

const purchasePollSeconds = 2;
const refundPollSeconds = 300;

const orderOf = async ({ services, subject }: CancelScope): Promise<OrderRow> => {
  const [order] = await services.database.orm.select().from(shopOrder).where(eq(shopOrder.id, subject));
  invariant(order, `There is no order ${subject}.`);
  return order;
};

/** Waits until the purchase has ended one way or the other: only then is it certain what there is to give back. */
export const awaitPurchase: LocalStep<Ports, CancelData> = {
  kind: 'local',
  name: 'await-purchase',
  run: async ({ data, subject }, tx) => {
    const { phase } = await lockGroup(tx, data.groupId);
    if (phase === 'SETTLED') return stepDone({ settled: true });
    if (phase !== 'CANCELLED') return stepWaits(purchasePollSeconds);
    // Money that was captured was given back with the whole purchase, and the order says already what became of it.
    const isUntold = and(ne(shopOrder.paymentStatus, 'REFUNDED'), isNull(shopOrder.paymentVersion));
    const neverTaken = and(eq(shopOrder.id, subject), isUntold);
    await tx.update(shopOrder).set({ paymentStatus: 'VOIDED' }).where(neverTaken);
    return stepDone({ settled: false });
  },
};

const putBack = async ({ services, subject, data }: CancelScope): Promise<StepOutcome<CancelData>> => {
  if (!data.settled) return stepDone();
  const { restocked, userErrors } = await services.catalog.restock(
    subject,
    await unitsOfOrder(services.database.orm, subject),
  );
  // A variant that is gone from the catalogue has no shelf to go back to; that must not hold the buyer's money.
  const unknown = userErrors.every(({ code }) => code === 'UNKNOWN_VARIANT');
  invariant(restocked || unknown, `catalog refused to restock: ${said(userErrors)}`);
  return stepDone();
};

/** Puts the goods back on sale, once per order. */
export const restock: RemoteStep<Ports, CancelData> = {
  kind: 'remote',
  name: 'restock',
  run: putBack,
  askOutcome: putBack,
};

/** Has the money given back, or asks what became of that; undefined when there is none to give back, or none any more. */
const refundOf = async (scope: CancelScope): Promise<'PENDING' | 'SUCCEEDED' | 'FAILED' | undefined> => {
  const order = await orderOf(scope);
  if (!scope.data.settled || order.paymentStatus !== 'REFUND_PENDING') return undefined;
  const { refund, userErrors } = await scope.services.payments.refund({
    groupId: order.groupId,
    orderId: order.id,
    amountMinor: order.totalMinor,
    reference: `cancel-${order.id}`,
    reason: 'The order was cancelled.',
  });
  invariant(refund, `payments refused to refund: ${said(userErrors)}`);
  return refund.state;
};

const giveBack = async (scope: CancelScope): Promise<StepOutcome<CancelData>> => {
  const refundState = await refundOf(scope);
  return stepDone(refundState && { refundState });
};

/**
 * Gives the money back. The reference makes asking again the same as asking what became of it. One that failed keeps nobody
 * from hearing of the cancellation: payments tells of it, and a saga of its own sees to the money.
 */
export const refund: RemoteStep<Ports, CancelData> = {
  kind: 'remote',
  name: 'refund',
  run: giveBack,
  askOutcome: giveBack,
};

/** Tells everybody; only now, so that payments finds the money given back and has nothing left to do. */
export const announce: LocalStep<Ports, CancelData> = {
  kind: 'local',
  name: 'announce',
  run: async ({ services, subject, data }, tx) => {
    await lockGroup(tx, data.groupId);
    const order = (await ordersOf(tx, data.groupId)).find(({ id }) => id === subject);
    invariant(order?.cancelReason, `The order ${subject} is not cancelled.`);
    const payload = { ...factsOf(order), reason: eventReason(order.cancelReason) };
    await services.events.publish(tx, orderCancelled, {
      aggregateId: order.id,
      aggregateVersion: order.version,
      payload,
    });
    return stepDone();
  },
};

const refundSettled = async (scope: CancelScope): Promise<StepOutcome<CancelData>> => {
  const refundState = await refundOf(scope);
  if (refundState === 'PENDING') return stepWaits(refundPollSeconds);
  if (refundState !== 'SUCCEEDED') return stepDone(refundState && { refundState });
  return stepDone({ refundState }, async (tx) => {
    await lockGroup(tx, scope.data.groupId);
    const order = (await ordersOf(tx, scope.data.groupId)).find(({ id }) => id === scope.subject);
    invariant(order, `There is no order ${scope.subject}.`);
    await recordRefunded(tx, order, scope.now);
  });
};

/** Waits until it is known whether the money went back; payments' report of it cuts the waiting short. */
export const awaitRefund: RemoteStep<Ports, CancelData> = {
  kind: 'remote',
  name: 'await-refund',
  run: refundSettled,
  askOutcome: refundSettled,
};
