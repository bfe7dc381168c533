import type { Database } from '@vitrina/platform/database';
import type { Page, TimeKey } from '@vitrina/platform/pagination';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type MessageRow, message } from '../store/message.table.ts';
import { byTime } from './by-time.ts';

const undecided = and(eq(message.status, 'HELD'), isNull(message.deletedAt));

/** The key of a message in this list: oldest first, because who waited longest is decided first. */
export const heldKeyOf = ({ createdAt, id }: MessageRow) => [createdAt.toISOString(), id] as const;

/** A page of the messages that wait for a decision. */
export const heldMessages = (database: Database, page: Page<TimeKey>): Promise<MessageRow[]> => {
  const { after, order } = byTime({ at: message.createdAt, id: message.id }, 'OLDEST', page);
  return database.orm
    .select()
    .from(message)
    .where(and(undecided, after))
    .orderBy(...order)
    .limit(page.limit + 1);
};

/** How many wait for a decision, counted up to ten thousand. */
export const countHeld = async (database: Database): Promise<number> => {
  const [row] = await database.orm
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`(select 1 from ${message} where ${undecided} limit 10000) as waiting`);
  return row?.count ?? 0;
};
