import { ok, type Result, refuse } from '@vitrina/platform/result';

export type OrderStatus = 'DRAFT' | 'CONFIRMED' | 'PAID' | 'SHIPPED' | 'DELIVERED' | 'COMPLETED' | 'CANCELLED';
export type PaymentStatus =
  | 'PENDING'
  | 'AUTHORISED'
  | 'DUE_ON_DELIVERY'
  | 'PAID'
  | 'REFUND_PENDING'
  | 'REFUNDED'
  | 'VOIDED';
/** Whether the money went back, or is on its way. */
export const isGivenBack = (status: PaymentStatus): boolean => status === 'REFUND_PENDING' || status === 'REFUNDED';

/** Whether the goods left the shop. */
export const isSent = (status: OrderStatus): boolean =>
  status === 'SHIPPED' || status === 'DELIVERED' || status === 'COMPLETED';

export type Terms = 'PREPAID' | 'ON_DELIVERY';
export type ActorKind = 'BUYER' | 'SHOP' | 'ADMIN' | 'SYSTEM';
export type CancelReason = 'BUYER' | 'SHOP' | 'PAYMENT_FAILED' | 'PAYMENT_EXPIRED' | 'OUT_OF_STOCK' | 'MARKET';
export type TimelineEvent =
  | 'PLACED'
  | 'ACTION_REQUIRED'
  | 'CONFIRMED'
  | 'PAID'
  | 'SHIPPED'
  | 'DELIVERED'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'REFUNDED';

/** What can be done to an order. */
export type Command = 'confirm' | 'pay' | 'ship' | 'deliver' | 'complete' | 'cancel' | 'refund';

export const statuses: readonly OrderStatus[] = [
  'DRAFT',
  'CONFIRMED',
  'PAID',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CANCELLED',
];
export const commands: readonly Command[] = ['confirm', 'pay', 'ship', 'deliver', 'complete', 'cancel', 'refund'];
export const actorKinds: readonly ActorKind[] = ['BUYER', 'SHOP', 'ADMIN', 'SYSTEM'];

/** What a rule may look at besides the status. */
export interface OrderFacts {
  readonly terms: Terms;
  readonly paymentStatus: PaymentStatus;
}

interface Rule {
  readonly to: OrderStatus | ((facts: OrderFacts) => OrderStatus);
  readonly by: readonly ActorKind[];
  /** What must hold besides, and how to say that it does not. */
  readonly when?: { readonly holds: (facts: OrderFacts) => boolean; readonly otherwise: string };
}

const payOnDelivery = {
  holds: ({ terms }: OrderFacts) => terms === 'ON_DELIVERY',
  otherwise: 'It is prepaid and its money is not captured yet; wait until it is paid.',
};
const paid = {
  holds: ({ paymentStatus }: OrderFacts) => paymentStatus === 'PAID',
  otherwise: 'It is not paid yet; record the payment first.',
};
const everybody: readonly ActorKind[] = actorKinds;
const shop: readonly ActorKind[] = ['SHOP', 'ADMIN'];
const system: readonly ActorKind[] = ['SYSTEM'];
const never = null;

/**
 * The life of an order: for every status and command, where it leads and who may give it; `null` is "never". Money may
 * arrive before the confirmation (an event overtakes an answer) and, on delivery, after the goods; it never moves an
 * order backwards. Timed commands are given by SYSTEM.
 */
const table: Readonly<Record<OrderStatus, Readonly<Record<Command, Rule | null>>>> = {
  DRAFT: {
    confirm: { to: ({ paymentStatus }) => (paymentStatus === 'PAID' ? 'PAID' : 'CONFIRMED'), by: system },
    pay: { to: 'DRAFT', by: system },
    ship: never,
    deliver: never,
    complete: never,
    cancel: { to: 'CANCELLED', by: system },
    refund: never,
  },
  CONFIRMED: {
    confirm: never,
    pay: { to: 'PAID', by: system },
    ship: { to: 'SHIPPED', by: shop, when: payOnDelivery },
    deliver: never,
    complete: never,
    cancel: { to: 'CANCELLED', by: everybody },
    refund: never,
  },
  PAID: {
    confirm: never,
    pay: never,
    ship: { to: 'SHIPPED', by: shop },
    deliver: never,
    complete: never,
    cancel: { to: 'CANCELLED', by: everybody },
    refund: never,
  },
  SHIPPED: {
    confirm: never,
    pay: { to: 'SHIPPED', by: system },
    ship: never,
    deliver: { to: 'DELIVERED', by: everybody },
    complete: never,
    cancel: never,
    refund: never,
  },
  DELIVERED: {
    confirm: never,
    pay: { to: 'DELIVERED', by: system },
    ship: never,
    deliver: never,
    complete: { to: 'COMPLETED', by: system, when: paid },
    cancel: never,
    refund: never,
  },
  COMPLETED: {
    confirm: never,
    pay: never,
    ship: never,
    deliver: never,
    complete: never,
    cancel: never,
    refund: never,
  },
  CANCELLED: {
    confirm: never,
    pay: never,
    ship: never,
    deliver: never,
    complete: never,
    cancel: never,
    refund: { to: 'CANCELLED', by: system },
  },
};

/** Why a command cannot be given; `message` continues with what to do. */
export interface TransitionRefused {
  readonly reason: 'status' | 'actor' | 'condition';
  readonly message: string;
}

/** Where `command` given by `by` leads an order, or why it cannot be given. */
export const transition = (
  from: OrderStatus,
  command: Command,
  by: ActorKind,
  facts: OrderFacts,
): Result<OrderStatus, TransitionRefused> => {
  const rule = table[from][command];
  if (!rule)
    return refuse({
      reason: 'status',
      message: `An order that is ${from} cannot be given "${command}"; see its availableActions.`,
    });
  if (!rule.by.includes(by))
    return refuse({
      reason: 'actor',
      message: `"${command}" is not for you to give; see the order's availableActions.`,
    });
  if (rule.when && !rule.when.holds(facts)) return refuse({ reason: 'condition', message: rule.when.otherwise });
  return ok(typeof rule.to === 'function' ? rule.to(facts) : rule.to);
};

export type OrderAction = 'SHIP' | 'CONFIRM_DELIVERY' | 'MARK_DELIVERED' | 'CANCEL';

/** The commands people give, by the action that stands for them and who uses it. */
const actions: readonly {
  readonly action: OrderAction;
  readonly command: Command;
  readonly by: readonly ActorKind[];
}[] = [
  { action: 'SHIP', command: 'ship', by: ['SHOP', 'ADMIN'] },
  { action: 'CONFIRM_DELIVERY', command: 'deliver', by: ['BUYER'] },
  { action: 'MARK_DELIVERED', command: 'deliver', by: ['SHOP', 'ADMIN'] },
  { action: 'CANCEL', command: 'cancel', by: ['BUYER', 'SHOP', 'ADMIN'] },
];

/** What somebody who acts as each of `kinds` can do with the order now. */
export const availableActions = (from: OrderStatus, kinds: readonly ActorKind[], facts: OrderFacts): OrderAction[] =>
  actions
    .filter(({ command, by }) => kinds.some((kind) => by.includes(kind) && transition(from, command, kind, facts).ok))
    .map(({ action }) => action);
