import type { Params } from '../message.ts';
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

/** Answers of other contexts, by id; what they do not know is not there. */
export interface News {
  readonly messages: ReadonlyMap<string, MessageNews>;
  readonly orders: ReadonlyMap<string, OrderNews>;
}

/** Which messages and orders a run's conditions are about. `all` are the facts of every event it tells of. */
export const askedAbout = (conditions: readonly ConditionName[], all: readonly Params[]) => {
  const named = (name: string) =>
    all.flatMap((params) => String(params[name] ?? '').split(',')).filter((id) => id !== '');
  return {
    messageIds: conditions.includes('message-unread') ? named('messageId') : [],
    orderIds: conditions.some((name) => name !== 'message-unread') ? [...named('orderIds'), ...named('orderId')] : [],
  };
};

/** Facts for the text when the answer is yes; undefined when there is nothing left to tell. */
type Answer = Params | undefined;

const answers: Readonly<Record<ConditionName, (all: readonly Params[], news: News) => Answer>> = {
  'message-unread': (all, { messages }) => {
    const unread = all
      .map(({ messageId }) => messages.get(String(messageId)))
      .filter((message) => message !== undefined && !message.readByOtherSide && !message.deleted);
    const last = unread.at(-1);
    return last && { count: unread.length, authorName: last.authorName, excerpt: last.excerpt };
  },
  'payment-awaited': (all, { orders }) => {
    const { orderIds } = askedAbout(['payment-awaited'], all);
    const awaiting = orderIds.map((id) => orders.get(id)).find((order) => order?.awaitsPayment);
    return awaiting && { number: awaiting.number };
  },
  'order-alive': (all, { orders }) => {
    const { orderIds } = askedAbout(['order-alive'], all);
    return orderIds.some((id) => orders.get(id)?.status === 'CANCELLED') ? undefined : {};
  },
};

/** Asks all conditions; facts for the text, or the name of the one that no longer holds. */
export const judgeConditions = (
  conditions: readonly ConditionName[],
  all: readonly Params[],
  news: News,
): { readonly holds: true; readonly facts: Params } | { readonly holds: false; readonly failed: ConditionName } => {
  let facts: Params = {};
  for (const name of conditions) {
    const answer = answers[name](all, news);
    if (answer === undefined) return { holds: false, failed: name };
    facts = { ...facts, ...answer };
  }
  return { holds: true, facts };
};
