import { invariant } from '@vitrina/platform/errors';
import { type LocalStep, type RemoteStep, type StepOutcome, stepDone, stepWaits } from '@vitrina/platform/saga';
import { orderCancelled } from '@vitrina/schema/events';
import { and, eq, ne } from 'drizzle-orm';
import { transition } from '../../domain/order-state.ts';
import type { Ports } from '../../ports.ts';
import { unitsOfOrder } from '../../queries/group-units.ts';
import { type OrderRow, shopOrder } from '../../store/order.table.ts';
import { factsOf } from '../../usecases/published-facts.ts';
import { lockGroup, ordersOf, recordChange, system } from '../../usecases/record-change.ts';
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
    // Money that was captured was given back with the whole purchase, and the order says so already.
    const neverTaken = and(eq(shopOrder.id, subject), ne(shopOrder.paymentStatus, 'REFUNDED'));
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

const giveBack = async (scope: CancelScope): Promise<StepOutcome<CancelData>> => {
  const order = await orderOf(scope);
  if (!scope.data.settled || order.paymentStatus !== 'REFUND_PENDING') return stepDone();
  const { refund, userErrors } = await scope.services.payments.refund({
    groupId: order.groupId,
    orderId: order.id,
    amountMinor: order.totalMinor,
    reference: `cancel-${order.id}`,
    reason: 'The order was cancelled.',
  });
  invariant(refund, `payments refused to refund: ${said(userErrors)}`);
  invariant(
    refund.state !== 'FAILED',
    `The provider could not return the money of ${order.number}; return it another way.`,
  );
  return stepDone({ refundState: refund.state });
};

/** Gives the money back. The reference makes asking again the same as asking what became of it. */
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
  if (!scope.data.refundState) return stepDone();
  const outcome = await giveBack(scope);
  if (outcome.kind !== 'done' || outcome.patch?.refundState === 'PENDING') return stepWaits(refundPollSeconds);
  return stepDone({ refundState: 'SUCCEEDED' }, async (tx) => {
    await lockGroup(tx, scope.data.groupId);
    const order = (await ordersOf(tx, scope.data.groupId)).find(({ id }) => id === scope.subject);
    invariant(order, `There is no order ${scope.subject}.`);
    const next = transition(order.status, 'refund', 'SYSTEM', order);
    invariant(next.ok, `Order ${order.id} cannot be refunded from ${order.status}.`);
    await recordChange(
      tx,
      order,
      { event: 'REFUNDED', status: next.value, by: system, set: { paymentStatus: 'REFUNDED' } },
      scope.now,
    );
  });
};

/** Waits until the provider has really returned the money. */
export const awaitRefund: RemoteStep<Ports, CancelData> = {
  kind: 'remote',
  name: 'await-refund',
  run: refundSettled,
  askOutcome: refundSettled,
};
