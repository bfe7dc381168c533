import { type Connection, type PageArgs, readPage, timeKeyParts, toConnection } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { suppression } from '../store/reach.table.ts';
import type { SuppressionRow } from '../store/reach.ts';

/** Suppressed addresses, newest first. */
export const listSuppressed = async (
  { database }: Services,
  channel: string | undefined,
  args: PageArgs,
): Promise<Connection<SuppressionRow>> => {
  const page = readPage(args, timeKeyParts);
  const forward = page.direction === 'forward';
  const [at, text] = page.cursor ?? [];
  const beyond =
    at &&
    sql`(${suppression.createdAt}, ${suppression.addressHash}) ${sql.raw(forward ? '<' : '>')} (${at.toISOString()}::timestamptz, ${text})`;
  const order = forward ? desc : asc;
  const rows = await database.orm
    .select()
    .from(suppression)
    .where(and(channel ? eq(suppression.channel, channel) : undefined, beyond))
    .orderBy(order(suppression.createdAt), order(suppression.addressHash))
    .limit(page.limit + 1);
  return toConnection(rows, page, (row) => [row.createdAt.toISOString(), row.addressHash]);
};
