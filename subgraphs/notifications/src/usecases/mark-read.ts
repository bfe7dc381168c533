import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { notification } from '../store/notification.table.ts';

/** Marks a person's notifications up to a sequence number as read; returns how many were new. */
export const markRead = async (
  { database, clock }: Services,
  userId: string,
  upToSequence: number,
): Promise<number> => {
  const marked = await database.orm
    .update(notification)
    .set({ readAt: clock.now() })
    .where(and(eq(notification.userId, userId), lte(notification.sequence, upToSequence), isNull(notification.readAt)))
    .returning({ id: notification.id });
  return marked.length;
};
