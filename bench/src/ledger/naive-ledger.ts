import { strictEqual } from 'node:assert';
import { connect, maxConnectionsPerContext } from '@vitrina/platform/database';

/** The floor: the ledger one writes first, where every sale updates the balance rows of its accounts. */
export interface NaiveLedger {
  post(shops: number, priceMinor: bigint, commissionMinor: bigint): Promise<void>;
  assertBooks(commissionMinor: bigint): Promise<void>;
  close(): Promise<void>;
}

/** Makes its tables and opens as many connections as a context has. */
export const createNaiveLedger = async (url: string): Promise<NaiveLedger> => {
  const { sql, close } = connect(url, { maxConnections: maxConnectionsPerContext });
  await sql.unsafe(`
    create table balance (account text primary key, amount_minor bigint not null);
    create table sale (id bigint generated always as identity primary key, source text not null unique, at timestamptz not null default now());
    create table entry (sale_id bigint not null references sale, account text not null references balance, amount_minor bigint not null);
    create index on entry (account);`);
  let number = 0;
  return {
    post: async (shops, priceMinor, commissionMinor) => {
      number += 1;
      // Sorted, so that two sales lock the rows in one order and cannot deadlock.
      const legs = [
        { account: 'clearing', amount: priceMinor },
        { account: 'commission', amount: -commissionMinor },
        { account: `shop-${number % shops}`, amount: commissionMinor - priceMinor },
      ];
      const source = `bench:${number}`;
      const names = legs.map(({ account }) => account);
      const amounts = legs.map(({ amount }) => amount.toString());
      // One statement, as ours is: what differs is how balances are kept, not how often the server is asked.
      await sql`
        with paid as (
          insert into balance (account, amount_minor) select * from unnest(${names}::text[], ${amounts}::bigint[])
          on conflict (account) do update set amount_minor = balance.amount_minor + excluded.amount_minor
        ), made as (insert into sale (source) values (${source}) returning id)
        insert into entry select made.id, leg.* from made, unnest(${names}::text[], ${amounts}::bigint[]) as leg`;
    },
    assertBooks: async (commissionMinor) => {
      const [row] = await sql<{ sum: string; commission: string }[]>`
        select (select sum(amount_minor)::text from balance) as sum,
               (select (-amount_minor)::text from balance where account = 'commission') as commission`;
      strictEqual(row?.sum, '0');
      strictEqual(row?.commission, String(commissionMinor * BigInt(number)));
    },
    close,
  };
};
