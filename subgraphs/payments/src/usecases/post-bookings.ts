import type { Clock } from '@vitrina/platform/clock';
import type { Executor } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { newId } from '@vitrina/platform/ids';
import { sql } from 'drizzle-orm';
import type { Account, Booking } from '../domain/ledger.ts';

const accountsOf = (bookings: readonly Booking[]): Account[] => {
  const byId = new Map<string, Account>();
  for (const { legs } of bookings) for (const { account } of legs) byId.set(account.id, account);
  // One order for everybody, so that two writers making the same accounts wait for each other instead of deadlocking.
  return [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
};

/** Bookings as one JSON document: a statement of one shape is prepared once, whatever the number of rows. */
const rowsOf = (bookings: readonly Booking[]) =>
  bookings.map((given) => {
    const id = newId('txn');
    const postings = given.legs.map(({ account, amountMinor }, index) => ({
      id: `${id}.${index}`,
      account_id: account.id,
      currency: account.currency,
      amount_minor: amountMinor.toString(),
    }));
    return {
      id,
      fact: given.fact,
      source: given.source,
      phase: given.phase,
      resolves: given.resolves ?? null,
      payment_id: given.paymentId ?? null,
      order_id: given.orderId ?? null,
      postings,
    };
  });

/** The pending transaction a booking ends. As a scalar it stays an index look-up in a plan made over empty tables. */
const resolved = sql`(select ended.id from ledger_transaction ended where ended.source = g.resolves)`;

/** Steps that only bookings around a pending one need; the others do not pay for them. */
const pendingSteps = sql`, opened as (
      insert into open_pending (transaction_id) select id from inserted where phase = 'PENDING'
    ), ended as (
      delete from open_pending where ctid = any(array(
        select (select o.ctid from open_pending o where o.transaction_id = i.resolves_id) from inserted i where resolves_id is not null
      ))
    )`;

/**
 * Books transactions in one statement, however many there are: accounts that are missing are made, a source that is
 * booked already is left out, balances get deltas appended (no account row is updated, so a hot platform account does
 * not serialise its writers). Returns the sources that were new.
 *
 * Errors: the database refuses an unbalanced transaction; ending a pending booking twice violates a unique key.
 */
export const postBookings = async (
  executor: Executor,
  clock: Clock,
  bookings: readonly Booking[],
): Promise<ReadonlySet<string>> => {
  if (bookings.length === 0) return new Set();
  const resolving = bookings.some(({ resolves }) => resolves !== undefined);
  const withPending = resolving || bookings.some(({ phase }) => phase === 'PENDING');
  const fresh = await executor.execute<{ source: string; resolves: string | null; resolves_id: string | null }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rowsOf(bookings))}::jsonb)
        as t(id text, fact text, source text, phase text, resolves text, payment_id text, order_id text, postings jsonb)
    ), accounts as (
      insert into account (id, kind, currency, shop_id, order_id, provider)
      select id, kind, currency, "shopId", "orderId", provider
      from jsonb_to_recordset(${JSON.stringify(accountsOf(bookings))}::jsonb)
        as a(id text, kind text, currency text, "shopId" text, "orderId" text, provider text)
      on conflict (id) do nothing
    ), inserted as (
      insert into ledger_transaction (id, fact, source, phase, resolves_id, payment_id, order_id, booked_at)
      select g.id, g.fact, g.source, g.phase, ${resolving ? resolved : sql`null`}, g.payment_id, g.order_id, ${clock.now().toISOString()}::timestamptz
      from given g
      on conflict (source) do nothing
      returning id, source, phase, resolves_id
    ), lines as (
      insert into posting (id, transaction_id, account_id, currency, amount_minor, pending)
      select p.id, i.id, p.account_id, p.currency, p.amount_minor, i.phase = 'PENDING'
      from inserted i join given g on g.id = i.id,
        jsonb_to_recordset(g.postings) as p(id text, account_id text, currency text, amount_minor bigint)
      returning account_id, amount_minor, pending
    ), deltas as (
      insert into balance_delta (account_id, amount_minor) select account_id, amount_minor from lines where not pending
    )${withPending ? pendingSteps : sql``}
    select i.source, g.resolves, i.resolves_id from inserted i join given g on g.id = i.id`);
  if (resolving) {
    const lost = fresh.find((row) => row.resolves !== null && row.resolves_id === null);
    invariant(!lost, `The pending booking ${lost?.resolves} that ${lost?.source} ends is not in the books.`);
  }
  return new Set(fresh.map((row) => row.source));
};
