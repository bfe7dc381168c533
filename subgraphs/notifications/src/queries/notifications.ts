import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { type Connection, integerPart, type PageArgs, readPage, toConnection } from '@vitrina/platform/pagination';
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, max } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { feed, notification } from '../store/notification.table.ts';
import type { NotificationRow } from './rows.ts';

const liveBatch = 100;

/** A person's notifications, newest first. */
export const listNotifications = async (
  { database }: Services,
  userId: string,
  unreadOnly: boolean,
  args: PageArgs,
): Promise<Connection<NotificationRow>> => {
  const page = readPage(args, [integerPart]);
  const forward = page.direction === 'forward';
  const beyond = page.cursor && (forward ? lt : gt)(notification.sequence, page.cursor[0]);
  const rows = await database.orm
    .select()
    .from(notification)
    .where(and(eq(notification.userId, userId), unreadOnly ? isNull(notification.readAt) : undefined, beyond))
    .orderBy(forward ? desc(notification.sequence) : asc(notification.sequence))
    .limit(page.limit + 1);
  return toConnection(rows, page, (row) => [row.sequence]);
};

/** How many of a person's notifications are unread. */
export const countUnread = async ({ database }: Services, userId: string): Promise<number> => {
  const [row] = await database.orm
    .select({ unread: count() })
    .from(notification)
    .where(and(eq(notification.userId, userId), isNull(notification.readAt)));
  return row?.unread ?? 0;
};

/** What a person was told after a sequence number, oldest first. */
export const notificationsAfter = (
  { database }: Services,
  userId: string,
  sequence: number,
): Promise<NotificationRow[]> =>
  database.orm
    .select()
    .from(notification)
    .where(and(eq(notification.userId, userId), gt(notification.sequence, sequence)))
    .orderBy(asc(notification.sequence))
    .limit(liveBatch);

/** The last sequence number given to a person; 0 before the first. */
export const lastSequence = async ({ database }: Services, userId: string): Promise<number> => {
  const [row] = await database.orm
    .select({ last: max(feed.lastSequence) })
    .from(feed)
    .where(eq(feed.userId, userId));
  return row?.last ?? 0;
};

/** Notifications by id; whose they are is for the caller to check. */
export const notificationById: LoaderDefinition<Services, string, NotificationRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(notification)
      .where(inArray(notification.id, [...ids])),
  keyOf: ({ id }) => id,
};
