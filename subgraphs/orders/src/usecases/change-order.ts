import { type Identity, requireInShop } from '@vitrina/platform/auth';
import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { type IdempotencyScope, idempotently } from '@vitrina/platform/idempotency';
import { type Refusal, refuse } from '@vitrina/platform/result';
import { eq } from 'drizzle-orm';
import { type ActorKind, availableActions, type Command, type OrderStatus, transition } from '../domain/order-state.ts';
import { isIdLike } from '../domain/plain-text.ts';
import { illegalTransition } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { type GroupRow, type OrderRow, shopOrder } from '../store/order.table.ts';
import { actorKindsOn, canReadOrder, notFound, refOf } from './access.ts';
import { hintGroup } from './announce.ts';
import { type Doer, lockGroup } from './record-change.ts';

/** What is remembered under the idempotency key of a change to an order. */
export interface ChangeOutcome {
  readonly orderId: string;
  readonly refusals: readonly Refusal[];
}

export interface CommandRequest {
  readonly orderId: string;
  readonly command: Command;
  /** As whom this command may be given. */
  readonly as: readonly ActorKind[];
}

/** Does the effect of a command that was allowed; `to` is where the order goes. */
export type CommandEffect = (tx: Tx, order: OrderRow, to: OrderStatus, by: Doer) => Promise<void>;

interface HeldOrder {
  readonly order: OrderRow;
  readonly group: GroupRow;
}

const orderForChange = async (tx: Tx, identity: Identity, orderId: string): Promise<HeldOrder> => {
  const [known] = isIdLike(orderId) ? await tx.select().from(shopOrder).where(eq(shopOrder.id, orderId)) : [];
  if (!known || !canReadOrder(identity, known)) throw notFound('order', 'orderId');
  const group = await lockGroup(tx, known.groupId);
  const [order] = await tx.select().from(shopOrder).where(eq(shopOrder.id, orderId));
  if (!order) throw notFound('order', 'orderId');
  return { order, group };
};

/** Where a command leads, or why it cannot be given: the state's own reasons, and a purchase that is being undone. */
const judge = ({ order, group }: HeldOrder, command: Command, by: ActorKind) =>
  command === 'ship' && group.cancelRequestedAt
    ? refuse({ message: 'Its purchase is being undone and the money returned; do not send the goods.' })
    : transition(order.status, command, by, order);

/** Somebody who may see the order but not give this command is told so. */
const doerOf = (identity: Identity, order: OrderRow, as: readonly ActorKind[]): Doer => {
  const kind = actorKindsOn(identity, order).find((candidate) => as.includes(candidate));
  if (kind) return { kind, ref: refOf(identity) };
  if (as.includes('SHOP')) requireInShop(identity.actor, order.shopId, 'orders:fulfil');
  throw new AppError('FORBIDDEN', 'Only the buyer can do this.');
};

/**
 * Gives one command to one order: looks at who asks, asks the state table, and lets `effect` write, all under the
 * group's lock and once per idempotency key.
 */
export const changeOrder = async (
  services: Services,
  identity: Identity,
  scope: IdempotencyScope,
  { orderId, command, as }: CommandRequest,
  effect: CommandEffect,
): Promise<{ readonly outcome: ChangeOutcome; readonly replayed: boolean }> => {
  let groupId: string | undefined;
  const done = await idempotently<ChangeOutcome>(services.database, scope, async (tx) => {
    const held = await orderForChange(tx, identity, orderId);
    const { order } = held;
    const by = doerOf(identity, order, as);
    const next = judge(held, command, by.kind);
    if (!next.ok) {
      const actions = availableActions(order.status, actorKindsOn(identity, order), order);
      const refusals = next.refusals.map(({ message }) =>
        illegalTransition(message, { status: order.status, availableActions: actions }),
      );
      return { orderId, refusals };
    }
    await effect(tx, order, next.value, by);
    groupId = order.groupId;
    return { orderId, refusals: [] };
  });
  if (groupId) await hintGroup(services, groupId);
  return done;
};
