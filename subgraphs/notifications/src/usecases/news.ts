import { sql } from 'drizzle-orm';
import { goodsNewsDocument } from '../clients/catalog/goods-news.ts';
import type { Params } from '../domain/message.ts';
import type { TemplateLocale } from '../domain/template/contract.ts';
import { askedAbout, type MessageNews, type News, type OrderNews, sourcesOf } from '../domain/workflow/conditions.ts';
import type { GoodsNews } from '../domain/workflow/goods.ts';
import type { ConditionName } from '../domain/workflow/step.ts';
import { conditionsBefore, type Workflow } from '../domain/workflow/workflow.ts';
import { MessageNewsDocument } from '../generated/messaging-client.ts';
import { OrderNewsDocument } from '../generated/orders-client.ts';
import type { Services } from '../services.ts';
import type { ClaimedStep } from '../store/steps.ts';
import { once } from './once.ts';

/** Contexts answer about so many at once. */
const mostAsked = 500;

/** A digest may hold thousands of events; the newest say what is to be said, and the number says how many. */
const membersRead = 100;

/** What a run tells of: its own event, or those its digest gathered. */
export interface Gathered {
  readonly all: readonly Params[];
  readonly count: number;
}

/** Facts of the events gathered by digests, in their order; one statement for all. */
export const gatheredBy = async (
  { database }: Services,
  claimed: readonly ClaimedStep[],
): Promise<ReadonlyMap<string, Gathered>> => {
  const ids = [...new Set(claimed.flatMap(({ digestId }) => digestId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await database.orm.execute<{ id: string; events: number; all: Params[] }>(sql`
    select d.id, d.events, (select jsonb_agg(m.params order by m.id) from (
      select r.id, r.params from workflow_run r where r.digest_id = d.id order by r.id desc limit ${membersRead}
    ) m) as "all"
    from digest d where d.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return new Map([...rows].map(({ id, events, all }) => [id, { all, count: events }]));
};

/** Asks in as few calls as the callee allows. */
const asked = async <T>(
  ids: readonly string[],
  ask: (ids: string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const unique = [...new Set(ids)];
  const calls: Promise<readonly T[]>[] = [];
  for (let from = 0; from < unique.length; from += mostAsked) calls.push(ask(unique.slice(from, from + mostAsked)));
  return (await Promise.all(calls)).flat();
};

const messagesOf = async ({ internal }: Services, ids: readonly string[]): Promise<News['messages']> => {
  const found = await asked<MessageNews>(
    ids,
    async (some) => (await internal.call('messaging', MessageNewsDocument, { ids: some })).messageNews,
  );
  return new Map(found.map((message) => [message.messageId, message]));
};

const ordersOf = async ({ internal }: Services, ids: readonly string[]): Promise<News['orders']> => {
  const found = await asked<OrderNews>(
    ids,
    async (some) => (await internal.call('orders', OrderNewsDocument, { ids: some })).orderNews,
  );
  return new Map(found.map((order) => [order.orderId, order]));
};

/** What people call a variant: its product, and in which of its options. */
const nameOf = (product: string, options: readonly string[]): string =>
  options.length === 0 ? product : `${product} (${options.join(' / ')})`;

/** Goods as everybody sees them; those that are not on sale are left out. */
export const goodsOf = async ({ internal }: Services, ids: readonly string[]): Promise<News['goods']> => {
  const found = await asked(ids, async (some) => {
    const representations = some.map((id) => ({ __typename: 'ProductVariant' as const, id }));
    return (await internal.call('catalog', goodsNewsDocument, { representations }))._entities;
  });
  const goods = found.flatMap((variant): readonly GoodsNews[] => {
    if (!variant) return [];
    const { id: variantId, available, product, options } = variant;
    const titleIn = (locale: TemplateLocale): string =>
      nameOf(
        product[locale],
        options.map(({ value }) => value[locale]),
      );
    return [{ variantId, available, titles: { en: titleIn('en'), ru: titleIn('ru') } }];
  });
  return new Map(goods.map((one) => [one.variantId, one]));
};

const nothing: News = { messages: new Map(), orders: new Map(), goods: new Map() };

/** What a step's conditions ask about. */
export interface Asking {
  readonly workflow: Workflow;
  readonly position: number;
  readonly all: readonly Params[];
}

/**
 * What other contexts say now about everything that the steps' conditions ask: one question to each of them, when the first
 * condition needs its answer. A context that is away keeps nobody waiting who asks nothing of it.
 */
export const newsDesk = (
  services: Services,
  steps: readonly Asking[],
): ((conditions: readonly ConditionName[]) => Promise<News>) => {
  const about = steps.map(({ workflow, position, all }) => askedAbout(conditionsBefore(workflow, position), all));
  const messages = once(() =>
    messagesOf(
      services,
      about.flatMap((ids) => ids.messages),
    ),
  );
  const orders = once(() =>
    ordersOf(
      services,
      about.flatMap((ids) => ids.orders),
    ),
  );
  const goods = once(() =>
    goodsOf(
      services,
      about.flatMap((ids) => ids.goods),
    ),
  );
  return async (conditions) => {
    const sources = sourcesOf(conditions);
    const [ofMessages, ofOrders, ofGoods] = await Promise.all([
      sources.has('messages') ? messages() : nothing.messages,
      sources.has('orders') ? orders() : nothing.orders,
      sources.has('goods') ? goods() : nothing.goods,
    ]);
    return { messages: ofMessages, orders: ofOrders, goods: ofGoods };
  };
};
