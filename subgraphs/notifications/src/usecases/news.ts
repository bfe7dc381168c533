import { sql } from 'drizzle-orm';
import type { Params } from '../domain/message.ts';
import { askedAbout, type MessageNews, type News, type OrderNews } from '../domain/workflow/conditions.ts';
import { conditionsBefore, type Workflow } from '../domain/workflow/workflow.ts';
import { MessageNewsDocument } from '../generated/messaging-client.ts';
import { OrderNewsDocument } from '../generated/orders-client.ts';
import type { Services } from '../services.ts';
import type { ClaimedStep } from '../store/steps.ts';

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
    select d.id, d.events, (select jsonb_agg(m.params order by m.id collate "C") from (
      select r.id, r.params from workflow_run r where r.digest_id = d.id order by r.id collate "C" desc limit ${membersRead}
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

/** What other contexts say now about everything that the steps' conditions ask, one question to each of them. */
export const newsFor = async (
  { internal }: Services,
  steps: readonly { readonly workflow: Workflow; readonly position: number; readonly all: readonly Params[] }[],
): Promise<News> => {
  const about = steps.map(({ workflow, position, all }) => askedAbout(conditionsBefore(workflow, position), all));
  const [messages, orders] = await Promise.all([
    asked<MessageNews>(
      about.flatMap(({ messageIds }) => messageIds),
      async (ids) => (await internal.call('messaging', MessageNewsDocument, { ids })).messageNews,
    ),
    asked<OrderNews>(
      about.flatMap(({ orderIds }) => orderIds),
      async (ids) => (await internal.call('orders', OrderNewsDocument, { ids })).orderNews,
    ),
  ]);
  return {
    messages: new Map(messages.map((message) => [message.messageId, message])),
    orders: new Map(orders.map((order) => [order.orderId, order])),
  };
};
