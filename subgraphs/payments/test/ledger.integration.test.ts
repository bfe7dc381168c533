import { systemClock } from '@vitrina/platform/clock';
import { type TestDatabase, testDatabase } from '@vitrina/platform/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts, booking, credit, debit } from '../src/domain/ledger.ts';
import { accountBalances } from '../src/queries/ledger-balances.ts';
import { postBookings } from '../src/usecases/post-bookings.ts';
import { rollUpBalances } from '../src/usecases/roll-up-balances.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ migrations: new URL('../migrations/', import.meta.url) });
  // Plans here are those of the first minutes of a market, whenever the server would have analysed its tables.
  for (const table of ['account', 'ledger_transaction', 'posting', 'open_pending'])
    await db.database.sql`alter table ${db.database.sql(table)} set (autovacuum_enabled = off)`;
});
afterAll(() => db.drop());

const clearing = accounts.clearing('stripe', 'EUR');
const transfer = (source: string, shopId: string, amountMinor: bigint) =>
  booking({
    fact: 'CAPTURE',
    source,
    phase: 'POSTED',
    legs: [debit(clearing, amountMinor), credit(accounts.sellerPayable(shopId, 'EUR'), amountMinor)],
  });

const balanceOf = async (accountId: string) => {
  const [row] = await accountBalances(db.database.orm, [accountId]);
  return row?.postedMinor ?? 0n;
};

/** What drizzle's wrapper hides: the database's own words. */
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => {
      const cause = (error as Error).cause;
      return cause instanceof Error ? cause.message : (error as Error).message;
    },
  );

describe('the books', () => {
  it('book a fact once, however often and however concurrently it is repeated', async () => {
    const wide = db.connectAgain(10);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => postBookings(wide.orm, systemClock, [transfer('once', 'shp_once', 500n)])),
    );
    expect(answers.filter((fresh) => fresh.has('once'))).toHaveLength(1);
    expect(await balanceOf(accounts.sellerPayable('shp_once', 'EUR').id)).toBe(-500n);
  });

  it('are not committed when a transaction is off by one', async () => {
    const crooked = { ...transfer('crooked', 'shp_a', 500n) };
    const legs = [{ ...crooked.legs[0]!, amountMinor: 501n }, crooked.legs[1]!];
    expect(await refusalOf(postBookings(db.database.orm, systemClock, [{ ...crooked, legs }]))).toMatch(/off by 1 EUR/);
    const [row] = await db.database.sql`select count(*)::int as n from ledger_transaction where source = 'crooked'`;
    expect(row?.['n']).toBe(0);
  });

  it('do not balance one currency with another', async () => {
    const mixed = {
      ...transfer('mixed', 'shp_a', 500n),
      legs: [debit(clearing, 500n), credit(accounts.sellerPayable('shp_a', 'USD'), 500n)],
    };
    expect(await refusalOf(postBookings(db.database.orm, systemClock, [mixed]))).toMatch(/off by -?500/);
  });

  it('take no posting for a transaction that was committed before', async () => {
    await postBookings(db.database.orm, systemClock, [transfer('closed', 'shp_b', 10n)]);
    const late = db.database.orm.execute(sql`
      insert into posting (id, transaction_id, account_id, currency, amount_minor, pending)
      select t.id || suffix, t.id, ${clearing.id}, 'EUR', amount, false
      from ledger_transaction t, (values ('.8', 5), ('.9', -5)) as extra(suffix, amount) where t.source = 'closed'`);
    expect(await refusalOf(late)).toMatch(/together with their ledger transaction/);
  });

  it('take a posting only for an account that is there, in its own currency', async () => {
    const written = (accountId: string, currency: string) =>
      db.database.transaction(async (tx) => {
        await tx.execute(sql`insert into ledger_transaction (id, fact, source, phase, booked_at)
          values ('txn_odd', 'CAPTURE', 'odd', 'POSTED', now())`);
        await tx.execute(sql`insert into posting (id, transaction_id, account_id, currency, amount_minor, pending)
          select 'txn_odd.' || amount, 'txn_odd', ${accountId}, ${currency}, amount, false from (values (3), (-3)) as leg(amount)`);
      });
    expect(await refusalOf(written('escrow:nobody:EUR', 'EUR'))).toMatch(/names an account that is not there/);
    expect(await refusalOf(written(clearing.id, 'USD'))).toMatch(/has another currency/);
    expect(await refusalOf(written(clearing.id, 'EUR'))).toBe('accepted');
  });

  it('take no transaction without postings, unless it gives a pending one up, and none that mixes pending and posted', async () => {
    const written = (source: string, phase: string, pending: readonly boolean[]) =>
      db.database.transaction(async (tx) => {
        await tx.execute(sql`insert into ledger_transaction (id, fact, source, phase, booked_at)
          values (${source}, 'VOID', ${source}, ${phase}, now())`);
        for (const [index, isPending] of pending.entries())
          await tx.execute(sql`insert into posting (id, transaction_id, account_id, currency, amount_minor, pending)
            values (${`${source}.${index}`}, ${source}, ${clearing.id}, 'EUR', 0, ${isPending})`);
      });
    expect(await refusalOf(written('empty', 'POSTED', []))).toMatch(/has no postings/);
    expect(await refusalOf(written('given-up', 'VOIDED', []))).toBe('accepted');
    expect(await refusalOf(written('half', 'PENDING', [true, false]))).toMatch(/mixes pending and posted/);
    expect(await refusalOf(written('announced', 'POSTED', [true]))).toMatch(/mixes pending and posted/);
  });

  it('let nobody choose which database transaction is said to have written a booking', async () => {
    const [mine] = await db.database.sql`
      insert into ledger_transaction (id, fact, source, phase, booked_at, written_by)
      values ('txn_forged', 'VOID', 'forged', 'VOIDED', now(), '3'::xid8) returning written_by::text as by`;
    expect(mine?.['by']).not.toBe('3');
  });

  it.each([
    ['an update', sql`update posting set amount_minor = amount_minor + 1`],
    ['a delete', sql`delete from posting`],
    ['a truncate', sql`truncate posting`],
    ['an update of a transaction', sql`update ledger_transaction set source = 'other'`],
    ['an update of an account', sql`update account set kind = 'ESCROW'`],
  ])('refuse %s', async (_what, statement) => {
    expect(await refusalOf(db.database.orm.execute(statement))).toMatch(/append-only/);
  });

  it('end a pending booking once', async () => {
    const legs = transfer('x', 'shp_p', 70n).legs;
    const clock = systemClock;
    await postBookings(db.database.orm, clock, [
      booking({ fact: 'AUTHORISATION', source: 'announce', phase: 'PENDING', legs }),
    ]);
    expect(await balanceOf(accounts.sellerPayable('shp_p', 'EUR').id)).toBe(0n);
    const end = (source: string) => booking({ fact: 'CAPTURE', source, phase: 'POSTED', resolves: 'announce', legs });
    await postBookings(db.database.orm, clock, [end('take')]);
    expect(await balanceOf(accounts.sellerPayable('shp_p', 'EUR').id)).toBe(-70n);
    expect(await refusalOf(postBookings(db.database.orm, clock, [end('take-again')]))).toMatch(/resolves/);
  });

  it('do not read more rows per booking the more there are, even before the tables were ever analysed', async () => {
    // One connection: a session writes its statistics when it says so, and keeps its plans to itself.
    const { orm, sql: only } = db.connectAgain(1);
    const rowsRead = async (): Promise<number> => {
      await only`select pg_stat_force_next_flush()`;
      const [row] = await only`
        select sum(seq_tup_read)::int as n from pg_stat_user_tables
        where relname in ('ledger_transaction', 'posting', 'account', 'open_pending')`;
      return row?.['n'] as number;
    };
    const clock = systemClock;
    const legs = transfer('any', 'shp_plan', 5n).legs;
    const life = async (number: number) => {
      await postBookings(orm, clock, [
        booking({ fact: 'AUTHORISATION', source: `plan-${number}`, phase: 'PENDING', legs }),
      ]);
      const end = {
        fact: 'CAPTURE',
        source: `plan-${number}-end`,
        phase: 'POSTED',
        resolves: `plan-${number}`,
        legs,
      } as const;
      await postBookings(orm, clock, [booking(end)]);
    };
    // The first few of a session are planned each for itself; then one plan is kept.
    for (let number = 0; number < 10; number += 1) await life(number);
    const before = await rowsRead();
    for (let number = 10; number < 30; number += 1) await life(number);
    expect((await rowsRead()) - before).toBe(0);
  });

  it('keep the sum at zero and roll balances up through 1,000 random operations by ten writers', async () => {
    const wide = db.connectAgain(10);
    let seed = 20260115;
    const random = (below: number) => {
      // Lehmer generator (Park and Miller 1988): the same thousand operations in every run.
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const expected = new Map<string, bigint>();
    const work = Array.from({ length: 1_000 }, (_, index) => {
      const shop = `shp_r${random(7)}`;
      const amount = BigInt(1 + random(100_000));
      expected.set(shop, (expected.get(shop) ?? 0n) - amount);
      return transfer(`random-${index}`, shop, amount);
    });
    const writers = Array.from({ length: 10 }, async (_, writer) => {
      for (let at = writer; at < work.length; at += 10) {
        await postBookings(wide.orm, systemClock, [work[at]!]);
        if (at % 100 === writer) await rollUpBalances(wide);
      }
    });
    await Promise.all(writers);
    const check = async () => {
      for (const [shop, balance] of expected) expect(await balanceOf(`seller_payable:${shop}:EUR`)).toBe(balance);
      const off = await db.database.sql`
        select a.id from account a join lateral (select coalesce(sum(amount_minor), 0) as s from posting p where p.account_id = a.id and not pending) truth on true
        left join lateral (select coalesce(sum(amount_minor), 0) as s from balance_delta d where d.account_id = a.id) fresh on true
        left join account_balance b on b.account_id = a.id
        where truth.s <> fresh.s + coalesce(b.posted_minor, 0)`;
      expect(off).toHaveLength(0);
      const [sum] = await db.database.sql`select coalesce(sum(amount_minor), 0)::text as s from posting`;
      expect(sum?.['s']).toBe('0');
    };
    await check();
    await rollUpBalances(wide);
    await check();
    const [left] = await db.database.sql`select count(*)::int as n from balance_delta`;
    expect(left?.['n']).toBe(0);
  });
});
