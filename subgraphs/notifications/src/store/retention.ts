import { type Executor, statement } from '@vitrina/platform/database';

/**
 * Rows removed by one statement: its locks and its log are gone before anybody waits for them. What somebody works with at
 * this moment is passed over and goes an hour later, so removing waits for nobody.
 */
export const portion = 2_000;

const countOf = async (deleted: PromiseLike<readonly { count: number }[]>): Promise<number> =>
  (await deleted)[0]?.count ?? 0;

/**
 * Removes runs that are over, with their steps, tries and receipts, up to a portion; gives how many. What waits, dead
 * letters, and what an open digest gathered stay, however old they are.
 */
export const forgetRuns = (on: Executor, before: Date): Promise<number> =>
  countOf(statement<{ count: number }>(on)`
    with over as materialized (
      select r.id from workflow_run r
      where r.created_at < ${before.toISOString()}::timestamptz
        and not exists (select from step s where s.run_id = r.id and s.state in ('PENDING', 'FAILED'))
        and not exists (select from digest d where d.id = r.digest_id and (d.state = 'OPEN' or exists (
          select from workflow_run m join step s on s.run_id = m.id
          where m.digest_id = d.id and s.state in ('PENDING', 'FAILED'))))
      limit ${portion} for update skip locked
    ), gone as (
      delete from workflow_run where id in (select id from over) returning 1
    )
    select count(*)::int as count from gone`);

/** Removes closed digests that no run is left of, up to a portion; gives how many. */
export const forgetDigests = (on: Executor, before: Date): Promise<number> =>
  countOf(statement<{ count: number }>(on)`
    with gone as (
      delete from digest where id in (
        select d.id from digest d
        where d.opens_at < ${before.toISOString()}::timestamptz and d.state = 'CLOSED'
          and not exists (select from workflow_run r where r.digest_id = d.id)
        limit ${portion} for update skip locked
      ) returning 1
    )
    select count(*)::int as count from gone`);

/** Removes messages in the app, read or not, up to a portion; gives how many. Sequences go on where they were. */
export const forgetNotifications = (on: Executor, before: Date): Promise<number> =>
  countOf(statement<{ count: number }>(on)`
    with gone as (
      delete from notification where id in (
        select id from notification where created_at < ${before.toISOString()}::timestamptz
        limit ${portion} for update skip locked
      ) returning 1
    )
    select count(*)::int as count from gone`);

/** Removes budgets nobody spent since, up to a portion; gives how many. One that is missing is a full one. */
export const forgetBudgets = (on: Executor, before: Date): Promise<number> =>
  countOf(statement<{ count: number }>(on)`
    with gone as (
      delete from budget where key in (
        select key from budget
        where not exists (select from unnest(spent_at) as spent where spent >= ${before.toISOString()}::timestamptz)
        limit ${portion} for update skip locked
      ) returning 1
    )
    select count(*)::int as count from gone`);
