import type { Database } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';

const batchSize = 10_000;

/**
 * Folds appended deltas into rolled-up balances. The deltas are deleted and the balances raised in one statement, so a
 * reader's snapshot sees every amount in exactly one of the two places. Returns how many deltas were folded.
 */
export const rollUpBalances = async (database: Database): Promise<number> => {
  let folded = 0;
  for (;;) {
    const [batch] = await database.orm.execute<{ count: number }>(sql`
      with taken as (
        delete from balance_delta where ctid = any(array(
          select ctid from balance_delta limit ${batchSize} for update skip locked
        )) returning account_id, amount_minor
      ), raised as (
        insert into account_balance as b (account_id, posted_minor)
        select account_id, sum(amount_minor) from taken group by account_id order by account_id
        on conflict (account_id) do update set posted_minor = b.posted_minor + excluded.posted_minor
      )
      select count(*)::int as count from taken`);
    const count = batch?.count ?? 0;
    folded += count;
    if (count < batchSize) return folded;
  }
};
