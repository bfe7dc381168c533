import type { Database } from '@vitrina/platform/database';
import type { InternalAnswers } from '@vitrina/platform/testing';
import { money } from './market-double/payments.ts';
import { places } from './market-double/shops.ts';
import { stock } from './market-double/stock.ts';

/** What can go wrong on the way to a callee or back. */
export type Fault = 'lost-request' | 'lost-answer';

/**
 * The contexts orders calls, with books of their own in the schema `double` of the same database: they survive the
 * process under test, count effects, and lose requests or answers on demand.
 */
export const installMarket = async ({ sql }: Database): Promise<void> => {
  await sql.unsafe(`
    create schema double;
    create table double.variant (id text primary key, shop_id text, price bigint, currency text default 'EUR', on_hand int, status text default 'ON_SALE', tax text default 'standard');
    create table double.shop (id text primary key, accepts boolean default true, delivers boolean default true, on_delivery boolean default true);
    create table double.address (user_id text, id text, country text, is_default boolean default false);
    create table double.reservation (reference text primary key, state text, effects int default 1);
    create table double.reservation_line (reference text, variant_id text, quantity int);
    create table double.restock (reference text primary key);
    create table double.payment (group_id text primary key, state text, amount bigint, captured bigint default 0, refunded bigint default 0, effects int default 1, failure text, parts text);
    create table double.refund (reference text primary key, order_id text, amount bigint, state text, nth serial);
    create table double.fault (id serial primary key, call text, fault text);
  `);
};

/** Loses the next request to (or answer from) a callee; several are handed out one by one. */
export const lose = async ({ sql }: Database, call: string, ...faults: readonly Fault[]): Promise<void> => {
  for (const fault of faults) await sql`insert into double.fault (call, fault) values (${call}, ${fault})`;
};

const nextFault = async ({ sql }: Database, call: string): Promise<Fault | undefined> => {
  const [row] = await sql<{ fault: Fault }[]>`
    delete from double.fault where id = (select id from double.fault where call = ${call} order by id limit 1 for update skip locked) returning fault`;
  return row?.fault;
};

/** Answers by context and operation, as `testContext` takes them. */
export const marketAnswers = (databaseOf: () => Database): InternalAnswers => {
  const all = {
    catalog: stock(databaseOf),
    seller: places(databaseOf),
    identity: places(databaseOf),
    payments: money(databaseOf),
  };
  const guarded = Object.entries(all).map(([context, operations]) => [
    context,
    Object.fromEntries(
      Object.entries(operations).map(([name, answer]) => [
        name,
        async (variables: never) => {
          const fault = await nextFault(databaseOf(), name);
          if (fault === 'lost-request') throw new Error('The request was lost.');
          const result = await answer(variables);
          if (fault === 'lost-answer') throw new Error('The answer was lost.');
          return result;
        },
      ]),
    ),
  ]);
  return Object.fromEntries(guarded) as InternalAnswers;
};
