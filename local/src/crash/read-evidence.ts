import postgres from 'postgres';
import type { StripeDoubleControl } from '../stripe-double/index.ts';
import type {
  Evidence,
  GroupFact,
  OpenItem,
  OpeningStock,
  OrderFact,
  PaymentFact,
  ReservationFact,
  SagaFact,
  StockFact,
  Units,
} from './evidence.ts';

const contexts = ['identity', 'seller', 'catalog', 'orders', 'payments', 'notifications'] as const;

/** The databases of one market, read past every piece of its code. */
export interface Databases {
  of(name: string): postgres.Sql;
  close(): Promise<void>;
}

/** Opens the databases `vitrina_<context>` of a server, given the address of any database there. */
export const openDatabases = (server: string, prefix = 'vitrina'): Databases => {
  const opened = new Map<string, postgres.Sql>();
  return {
    of: (name) => {
      const known = opened.get(name);
      if (known) return known;
      const url = new URL(server);
      url.pathname = `/${prefix}_${name}`;
      const sql = postgres(url.toString(), { max: 2, onnotice: () => {}, types: { bigint: postgres.BigInt } });
      opened.set(name, sql);
      return sql;
    },
    close: async () => {
      await Promise.all([...opened.values()].map((sql) => sql.end({ timeout: 5 })));
    },
  };
};

const unitsOf = (rows: readonly { readonly lines: unknown }[]): Units[] =>
  rows.flatMap(({ lines }) =>
    Object.entries(lines as Record<string, number>).map(([variantId, quantity]) => ({ variantId, quantity })),
  );

type OrderRow = Omit<OrderFact, 'timesFunded' | 'fundedMinor' | 'refundedMinor'>;

const readOrders = async (databases: Databases) => {
  const sql = databases.of('orders');
  const [groups, orders, sagas] = await Promise.all([
    sql<GroupFact[]>`
      select id, cart_id as "cartId", phase, terms, total_minor as "totalMinor" from order_group order by id`,
    sql<OrderRow[]>`
      select o.id, o.group_id as "groupId", o.status, o.payment_status as "paymentStatus", o.total_minor as "totalMinor",
        (select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity))
           from order_line l where l.order_id = o.id) as lines
      from shop_order o order by o.id`,
    sql<SagaFact[]>`
      select id, name, subject, state, step, last_error as "lastError" from kit.saga_instance order by id`,
  ]);
  return { groups, orders, sagas };
};

const readStock = async (databases: Databases) => {
  const sql = databases.of('catalog');
  const [reservations, stock, restocks] = await Promise.all([
    sql<ReservationFact[]>`
      select r.reference, r.state, coalesce((select json_agg(json_build_object('variantId', l.variant_id, 'quantity', l.quantity))
        from reservation_line l where l.reservation_id = r.id), '[]') as lines
      from reservation r order by r.reference`,
    sql<StockFact[]>`
      select variant_id as "variantId", sum(on_hand)::int as "onHand", sum(reserved)::int as reserved
      from stock group by variant_id`,
    sql<{ lines: unknown }[]>`select lines from restock`,
  ]);
  return { reservations, stock, restocked: unitsOf(restocks) };
};

interface Funding {
  readonly orderId: string;
  readonly timesFunded: number;
  readonly fundedMinor: bigint;
  readonly refundedMinor: bigint;
}

/** Money by order as the ledger's postings have it: what came in at a provider or in cash, and what went back. */
const readMoney = async (databases: Databases) => {
  const sql = databases.of('payments');
  const [payments, unbalanced, funding] = await Promise.all([
    sql<PaymentFact[]>`
      select id, group_id as "groupId", provider, state, captured_minor as "capturedMinor",
        refunded_minor as "refundedMinor" from payment order by id`,
    sql<{ id: string }[]>`
      select transaction_id as id from posting group by transaction_id, currency having sum(amount_minor) <> 0
      union select 'all postings of ' || currency from posting group by currency having sum(amount_minor) <> 0`,
    sql<Funding[]>`
      select t.order_id as "orderId",
        count(distinct t.id) filter (where t.fact in ('CAPTURE', 'CASH_COLLECTION'))::int as "timesFunded",
        coalesce(sum(p.amount_minor) filter (where t.fact in ('CAPTURE', 'CASH_COLLECTION')), 0)::bigint as "fundedMinor",
        coalesce(-sum(p.amount_minor) filter (where t.fact = 'REFUND'), 0)::bigint as "refundedMinor"
      from ledger_transaction t
      join posting p on p.transaction_id = t.id and not p.pending
      join account a on a.id = p.account_id and a.kind in ('PROVIDER_CLEARING', 'CASH_ON_DELIVERY_RECEIVABLE')
      where t.order_id is not null and t.phase = 'POSTED' group by t.order_id`,
  ]);
  return {
    payments,
    unbalanced: unbalanced.map(({ id }) => id),
    funding: new Map(funding.map((row) => [row.orderId, row])),
  };
};

/** What still waits to be done anywhere in the market. */
const readOpen = async (databases: Databases): Promise<OpenItem[]> => {
  const payments = databases.of('payments');
  const rows = await Promise.all([
    ...contexts.map(
      (name) =>
        databases.of(name)<OpenItem[]>`
        select 'outbox' as kind, ${`${name}: `} || name || ' ' || event_id as id from kit.outbox`,
    ),
    databases.of('bus')<OpenItem[]>`
      select case d.state when 'open' then 'delivery' else 'parked delivery' end as kind,
        d.consumer || ' ' || e.event_id || coalesce(' (' || d.last_error || ')', '') as id
      from delivery d join event e on e.position = d.position where d.state in ('open', 'parked')`,
    payments<OpenItem[]>`
      select 'provider call' as kind, kind || ' ' || payment_id || coalesce(' ' || outcome::text, '') as id
      from provider_call where state = 'OPEN'`,
    payments<OpenItem[]>`select 'refund' as kind, id from refund where state = 'PENDING'`,
    payments<OpenItem[]>`
      select 'webhook' as kind, type || ' ' || event_id as id from webhook_inbox where state = 'WAITING'`,
  ]);
  return rows.flat();
};

/** Reads everything there is to judge. Call it when nothing moves any more, or only to see whether anything does. */
export const readEvidence = async (databases: Databases, books: StripeDoubleControl): Promise<Evidence> => {
  const [{ groups, orders, sagas }, stock, { funding, ...money }, open, { intents }] = await Promise.all([
    readOrders(databases),
    readStock(databases),
    readMoney(databases),
    readOpen(databases),
    books.books(),
  ]);
  const nothing = { timesFunded: 0, fundedMinor: 0n, refundedMinor: 0n };
  return {
    groups,
    sagas,
    ...stock,
    ...money,
    open,
    intents,
    orders: orders.map((order) => ({ ...nothing, ...funding.get(order.id), ...order })),
  };
};

/** Units there were before any purchase, to compare with after the crashes: what is on hand and what purchases took. */
export const readOpeningStock = async (databases: Databases): Promise<OpeningStock> => {
  const { stock, reservations, restocked } = await readStock(databases);
  const opening = new Map(stock.map(({ variantId, onHand }) => [variantId, onHand]));
  const add = ({ variantId, quantity }: Units): void => {
    opening.set(variantId, (opening.get(variantId) ?? 0) + quantity);
  };
  for (const { state, lines } of reservations) if (state === 'COMMITTED') lines.forEach(add);
  for (const { variantId, quantity } of restocked) add({ variantId, quantity: -quantity });
  return opening;
};
