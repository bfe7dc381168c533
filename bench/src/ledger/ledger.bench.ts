import { deepStrictEqual } from 'node:assert';
import { systemClock } from '@vitrina/platform/clock';
import { connect, type Database, maxConnectionsPerContext, migrate } from '@vitrina/platform/database';
import { accounts, type Booking, booking, credit, debit } from '../../../subgraphs/payments/src/domain/ledger.ts';
import { postBookings } from '../../../subgraphs/payments/src/usecases/post-bookings.ts';
import type { Bench, RunOptions } from '../bench.ts';
import { closedLoop } from '../load/closed-loop.ts';
import { startOwnCluster } from '../market/own-cluster.ts';
import { compare } from '../measure/compare.ts';
import { withProcessorTime } from '../measure/postgres-time.ts';
import { createNaiveLedger } from './naive-ledger.ts';

const clients = 32;
const shops = 50;
const priceMinor = 10_000n;
const commissionMinor = 850n;
const atLeastPerSecond = 2_000;
const migrations = new URL('../../../subgraphs/payments/migrations/', import.meta.url);

/** A sale: the provider owes us the price, we owe the shop its share, the market keeps its own. Two of three accounts are hot. */
const sale = (number: number): Booking =>
  booking({
    fact: 'CAPTURE',
    source: `bench:${number}`,
    phase: 'POSTED',
    legs: [
      debit(accounts.clearing('stripe', 'USD'), priceMinor),
      credit(accounts.sellerPayable(`shp_${number % shops}`, 'USD'), priceMinor - commissionMinor),
      credit(accounts.commission('USD'), commissionMinor),
    ],
  });

/** Judged from the rows: every posting of every currency sums to zero, and the hot account holds one commission per sale. */
const assertBooks = async (database: Database, sales: number): Promise<void> => {
  const [sums] = await database.sql<{ sum: string; commission: string; sales: number }[]>`
    select (select coalesce(sum(amount_minor), 0)::text from posting) as sum,
           (select coalesce(-sum(amount_minor), 0)::text from balance_delta where account_id = ${accounts.commission('USD').id}) as commission,
           (select count(*)::int from ledger_transaction) as sales`;
  deepStrictEqual({ ...sums }, { sum: '0', commission: String(commissionMinor * BigInt(sales)), sales });
};

const run = async (options: RunOptions) => {
  const { quick, tell, print } = options;
  const cluster = await startOwnCluster();
  const url = await cluster.create('ledger');
  await migrate(url, migrations);
  const database = connect(url);
  const naive = await createNaiveLedger(await cluster.create('naive'));
  tell('two ledgers on one durable Postgres');
  const seconds = quick ? 2 : 8;
  let booked = 0;
  try {
    print(
      `  a transaction and a statement per sale, 3 postings each, ${clients} clients, ${maxConnectionsPerContext} connections, fsync on`,
    );
    const post = async (): Promise<void> => {
      booked += 1;
      const one = sale(booked);
      await postBookings(database.orm, systemClock, [one]);
    };
    const verdicts = await compare(
      {
        unit: 'sales/s',
        rounds: 3,
        atLeastPerSecond,
        ours: {
          label: 'append-only balances (ours)',
          round: () => withProcessorTime(database, () => closedLoop({ callers: clients, seconds, work: post })),
        },
        peer: {
          label: 'one balance row per account (floor)',
          round: () => {
            const work = () => naive.post(shops, priceMinor, commissionMinor);
            return withProcessorTime(database, () => closedLoop({ callers: clients, seconds, work }));
          },
        },
      },
      options,
    );
    await assertBooks(database, booked);
    await naive.assertBooks(commissionMinor);
    print(`  ${booked} sales booked: all postings sum to 0, the hot account holds one commission per sale`);
    return verdicts;
  } finally {
    await database.close();
    await naive.close();
    await cluster.stop();
  }
};

/** Double-entry booking under a hot account. */
export const ledger: Bench = {
  name: 'ledger',
  proves: 'durable bookings per second with a hot platform account, beside a ledger that updates balance rows',
  run,
};
