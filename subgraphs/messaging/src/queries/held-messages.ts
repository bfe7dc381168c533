import type { Database } from '@vitrina/platform/database';
import type { Page } from '@vitrina/platform/pagination';
import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { type MessageRow, message } from '../store/message.table.ts';
import { timeKey } from './cursor-keys.ts';

/** Oldest first: who waited longest is decided first. */
export type HeldKey = readonly [createdAt: string, id: string];

const undecided = and(eq(message.status, 'HELD'), isNull(message.deletedAt));

export const heldKeyOf = ({ createdAt, id }: MessageRow): HeldKey => [createdAt.toISOString(), id];

/** A page of the messages that wait for a decision. */
export const heldMessages = (
  database: Database,
  { limit, direction, cursor }: Page<HeldKey>,
): Promise<MessageRow[]> => {
  const forward = direction === 'forward';
  const beyond = forward ? gt : lt;
  const order = forward ? asc : desc;
  const last = cursor && timeKey(cursor);
  return database.orm
    .select()
    .from(message)
    .where(
      and(
        undecided,
        last &&
          or(beyond(message.createdAt, last.at), and(eq(message.createdAt, last.at), beyond(message.id, last.id))),
      ),
    )
    .orderBy(order(message.createdAt), order(message.id))
    .limit(limit + 1);
};

/** How many wait for a decision, counted up to ten thousand. */
export const countHeld = async (database: Database): Promise<number> => {
  const [row] = await database.orm
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`(select 1 from ${message} where ${undecided} limit 10000) as waiting`);
  return row?.count ?? 0;
};
