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
