import type { Executor } from '@vitrina/platform/database';
import { type SQL, sql } from 'drizzle-orm';
import type { AccountKind } from '../domain/ledger.ts';

interface AccountBalance {
  readonly accountId: string;
  readonly postedMinor: bigint;
}

/** What each account holds: rolled up plus not yet rolled up, read in one snapshot. Debits positive. */
const balance = (accountId: SQL): SQL => sql`(
  coalesce((select b.posted_minor from account_balance b where b.account_id = ${accountId}), 0) +
  coalesce((select sum(d.amount_minor) from balance_delta d where d.account_id = ${accountId}), 0))`;

/** Balances of some accounts; an account nobody posted to is left out. */
export const accountBalances = async (executor: Executor, ids: readonly string[]): Promise<AccountBalance[]> => {
  const rows = await executor.execute<{ id: string; posted: string }>(sql`
    select a.id, ${balance(sql`a.id`)}::text as posted from account a
    where a.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return rows.map((row) => ({ accountId: row.id, postedMinor: BigInt(row.posted) }));
};

/** Sum of all accounts of one kind in one currency. */
export interface KindBalance {
  readonly kind: AccountKind;
  readonly currency: string;
  readonly postedMinor: bigint;
  readonly pendingMinor: bigint;
}

/** The whole books by kind and currency, in one snapshot. */
export const balancesByKind = async (executor: Executor): Promise<KindBalance[]> => {
  const rows = await executor.execute<{ kind: AccountKind; currency: string; posted: string; pending: string }>(sql`
    with rolled as (
      select account_id, sum(amount_minor) as amount from (
        select account_id, posted_minor as amount_minor from account_balance
        union all select account_id, amount_minor from balance_delta
      ) as parts group by account_id
    ), announced as (
      select p.account_id, sum(p.amount_minor) as amount from open_pending o join posting p using (transaction_id) group by p.account_id
    )
    select a.kind, a.currency, coalesce(sum(r.amount), 0)::text as posted, coalesce(sum(n.amount), 0)::text as pending
    from account a left join rolled r on r.account_id = a.id left join announced n on n.account_id = a.id
    group by a.kind, a.currency order by a.kind, a.currency`);
  return rows.map((row) => ({
    kind: row.kind,
    currency: row.currency,
    postedMinor: BigInt(row.posted),
    pendingMinor: BigInt(row.pending),
  }));
};

/** What one shop has in one currency. */
export interface ShopBalance {
  readonly shopId: string;
  readonly currency: string;
  readonly payableMinor: bigint;
  readonly inEscrowMinor: bigint;
  readonly cashCollectedMinor: bigint;
}

/** Balances of shops. Credits are turned round, so that what a shop has is positive. */
export const shopBalances = async (executor: Executor, shopIds: readonly string[]): Promise<ShopBalance[]> => {
  const rows = await executor.execute<Record<'shop_id' | 'currency' | 'payable' | 'escrow' | 'cash', string>>(sql`
    select shop_id, currency,
      coalesce(-sum(posted) filter (where kind = 'SELLER_PAYABLE'), 0)::text as payable,
      coalesce(-sum(posted) filter (where kind = 'ESCROW'), 0)::text as escrow,
      coalesce(sum(posted) filter (where kind = 'CASH_ON_DELIVERY_RECEIVABLE'), 0)::text as cash
    from (
      select a.shop_id, a.currency, a.kind, ${balance(sql`a.id`)} as posted from account a
      where a.shop_id in (select jsonb_array_elements_text(${JSON.stringify(shopIds)}::jsonb))
    ) as held group by shop_id, currency order by shop_id, currency`);
  return rows.map((row) => ({
    shopId: row.shop_id,
    currency: row.currency,
    payableMinor: BigInt(row.payable),
    inEscrowMinor: BigInt(row.escrow),
    cashCollectedMinor: BigInt(row.cash),
  }));
};
