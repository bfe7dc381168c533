import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { notification } from '../store/notification.table.ts';

/**
 * Marks a person's notifications up to a sequence number as read; returns how many were new. They are locked in their
 * order: a person reads on several devices, and two that mark the same ones must not wait for each other in a circle.
 */
export const markRead = async (
  { database, clock }: Services,
  userId: string,
  upToSequence: number,
): Promise<number> => {
  const { id, sequence, readAt } = notification;
  const unread = database.orm
    .select({ id })
    .from(notification)
    .where(and(eq(notification.userId, userId), lte(sequence, upToSequence), isNull(readAt)))
    .orderBy(asc(sequence))
    .for('no key update');
  const marked = await database.orm
    .update(notification)
    .set({ readAt: clock.now() })
    .where(inArray(id, unread))
    .returning({ id });
  return marked.length;
};
