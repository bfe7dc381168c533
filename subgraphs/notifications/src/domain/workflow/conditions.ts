import type { Params } from '../message.ts';
import type { FactValue } from '../template/contract.ts';
import { type About, type GoodsNews, tellGoods } from './goods.ts';
import type { ConditionName } from './step.ts';

/** What messaging says of a chat message now. */
export interface MessageNews {
  readonly messageId: string;
  readonly authorName: string | null;
  readonly excerpt: string;
  readonly readByOtherSide: boolean;
  readonly deleted: boolean;
}

/** What orders says of an order now. */
export interface OrderNews {
  readonly orderId: string;
  readonly number: string;
  readonly status: string;
  readonly awaitsPayment: boolean;
}

const idsIn = (value: FactValue | undefined): readonly string[] =>
  String(value ?? '')
    .split(',')
    .filter((id) => id !== '');

/** Answers of other contexts, by id; what they do not know is not there. */
export interface News {
  readonly messages: ReadonlyMap<string, MessageNews>;
  readonly orders: ReadonlyMap<string, OrderNews>;
  readonly goods: ReadonlyMap<string, GoodsNews>;
}

/** Whose answer a condition needs. */
const sources: Readonly<Record<ConditionName, keyof News>> = {
  'message-unread': 'messages',
  'orders-to-ship': 'orders',
  'payment-awaited': 'orders',
  'order-alive': 'orders',
  'goods-low': 'goods',
  'goods-sold-out': 'goods',
};

/** Whom a run's conditions are asked of. */
export const sourcesOf = (conditions: readonly ConditionName[]): ReadonlySet<keyof News> =>
  new Set(conditions.map((name) => sources[name]));

/** Which things a run's conditions are about. `all` are the facts of every event it tells of. */
export const askedAbout = (
  conditions: readonly ConditionName[],
  all: readonly Params[],
): Readonly<Record<keyof News, readonly string[]>> => {
  const asked = sourcesOf(conditions);
  const named = (source: keyof News, ...names: readonly string[]): readonly string[] =>
    asked.has(source) ? names.flatMap((name) => all.flatMap((params) => idsIn(params[name]))) : [];
  return {
    messages: named('messages', 'messageId'),
    orders: named('orders', 'orderIds', 'orderId'),
    goods: named('goods', 'variantId'),
  };
};

/** Facts for the text when the answer is yes; undefined when there is nothing left to tell. */
type Answer = Params | undefined;

/** A digest names so many of its events; the rest is a number. */
const mostLines = 5;

/** What a message says of several events: how many still count, the newest of them by name, and how many are not named. */
const listed = (lines: readonly Params[], count: number): Params => ({
  count,
  lines: lines.slice(-mostLines),
  more: count - Math.min(lines.length, mostLines),
});

const answers: Readonly<Record<ConditionName, (about: About, news: News) => Answer>> = {
  'message-unread': ({ all, count }, { messages }) => {
    const lines = all.flatMap(({ messageId }) => {
      const message = messages.get(String(messageId));
      if (message === undefined || message.readByOtherSide || message.deleted) return [];
      return [{ authorName: message.authorName, excerpt: message.excerpt }];
    });
    const last = lines.at(-1);
    return last && { ...listed(lines, count - (all.length - lines.length)), ...last };
  },
  'orders-to-ship': ({ all, count }, { orders }) => {
    const orderOf = ({ orderId }: Params) => orders.get(String(orderId));
    const alive = all.filter((params) => orderOf(params)?.status !== 'CANCELLED');
    const lines = alive.map((params) => ({
      number: orderOf(params)?.number ?? null,
      amount: params['amount'] ?? null,
    }));
    const last = lines.at(-1);
    return last && { ...listed(lines, count - (all.length - alive.length)), ...last };
  },
  'payment-awaited': ({ all }, { orders }) => {
    const awaiting = askedAbout(['payment-awaited'], all)
      .orders.map((id) => orders.get(id))
      .find((order) => order?.awaitsPayment);
    return awaiting && { number: awaiting.number };
  },
  'order-alive': ({ all }, { orders }) => {
    return askedAbout(['order-alive'], all).orders.some((id) => orders.get(id)?.status === 'CANCELLED')
      ? undefined
      : {};
  },
  'goods-low': (about, { goods }) => tellGoods(about, goods, ({ available }) => available > 0),
  'goods-sold-out': (about, { goods }) => tellGoods(about, goods, ({ available }) => available === 0),
};

/** Asks all conditions; facts for the text, or the name of the one that no longer holds. */
export const judgeConditions = (
  conditions: readonly ConditionName[],
  about: About,
  news: News,
): { readonly holds: true; readonly facts: Params } | { readonly holds: false; readonly failed: ConditionName } => {
  let facts: Params = {};
  for (const name of conditions) {
    const answer = answers[name](about, news);
    if (answer === undefined) return { holds: false, failed: name };
    facts = { ...facts, ...answer };
  }
  return { holds: true, facts };
};
