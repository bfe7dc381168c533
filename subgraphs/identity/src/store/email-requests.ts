import type { Executor, Tx } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { emailRequest } from './email-request.table.ts';

export type EmailRequestRow = typeof emailRequest.$inferSelect;

export const insertEmailRequest = async (tx: Tx, row: typeof emailRequest.$inferInsert): Promise<void> => {
  await tx.insert(emailRequest).values(row);
};

/** Reads a request and keeps others from using it until the transaction ends. */
export const lockEmailRequest = async (tx: Tx, id: string): Promise<EmailRequestRow | undefined> =>
  (
    await tx
      .select()
      .from(emailRequest)
      .where(eq(emailRequest.id, lookupKey(id)))
      .for('update')
  )[0];

export const setSecretHash = async (tx: Tx, id: string, secretHash: string): Promise<void> => {
  await tx.update(emailRequest).set({ secretHash }).where(eq(emailRequest.id, id));
};

/** Closes every open request of that purpose, so that no older link outlives the one that was used. */
export const closeRequests = async (
  tx: Tx,
  userId: string,
  purpose: EmailRequestRow['purpose'],
  now: Date,
): Promise<void> => {
  const open = and(eq(emailRequest.userId, userId), eq(emailRequest.purpose, purpose), isNull(emailRequest.usedAt));
  await tx.update(emailRequest).set({ usedAt: now }).where(open);
};

export const deleteRequestsExpiredBefore = async (on: Executor, instant: Date): Promise<void> => {
  await on.delete(emailRequest).where(lt(emailRequest.expiresAt, instant));
};
