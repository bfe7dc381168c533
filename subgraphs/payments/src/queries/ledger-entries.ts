import type { Executor } from '@vitrina/platform/database';
import { type Connection, type PageArgs, readPage, toConnection } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { LedgerEntryMapper } from '../mappers.ts';
import { account, ledgerTransaction, posting } from '../store/ledger.table.ts';

/** Which entries to list; what is left out does not narrow. */
export interface EntryFilter {
  readonly accountId?: string | null | undefined;
  readonly orderId?: string | null | undefined;
  readonly transactionId?: string | null | undefined;
  readonly shopId?: string | undefined;
}

/** A page of ledger entries, newest first. Entry ids sort by time, so the id is the whole sort key. */
export const ledgerEntries = async (
  executor: Executor,
  filter: EntryFilter,
  args: PageArgs,
): Promise<Connection<LedgerEntryMapper>> => {
  const page = readPage<[string]>(args, 1);
  const isForward = page.direction === 'forward';
  const beyond = page.cursor && (isForward ? lt(posting.id, page.cursor[0]) : gt(posting.id, page.cursor[0]));
  const rows = await executor
    .select({
      id: posting.id,
      transactionId: posting.transactionId,
      pending: posting.pending,
      amountMinor: posting.amountMinor,
      fact: ledgerTransaction.fact,
      bookedAt: ledgerTransaction.bookedAt,
      account,
    })
    .from(posting)
    .innerJoin(ledgerTransaction, eq(ledgerTransaction.id, posting.transactionId))
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(
      and(
        filter.accountId ? eq(posting.accountId, filter.accountId) : undefined,
        filter.transactionId ? eq(posting.transactionId, filter.transactionId) : undefined,
        filter.orderId ? eq(ledgerTransaction.orderId, filter.orderId) : undefined,
        filter.shopId ? eq(account.shopId, filter.shopId) : undefined,
        beyond,
      ),
    )
    .orderBy(isForward ? desc(posting.id) : asc(posting.id))
    .limit(page.limit + 1);
  return toConnection(rows, page, (row) => [row.id]);
};
