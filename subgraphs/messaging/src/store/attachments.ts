import type { Executor, Tx } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { attachmentPrefix } from '../domain/attachment-rules.ts';
import { type AttachmentRow, discardedObject, messageAttachment } from './attachment.table.ts';

/** A worker's lease and a bit: whatever it still writes is there by then. */
const lastLookSeconds = 600;

/** Lets go of objects in the transaction that stops naming them. */
export const discardObjects = async (tx: Executor, keys: readonly string[], now: Date): Promise<void> => {
  if (keys.length === 0) return;
  const lastDueAt = new Date(now.getTime() + lastLookSeconds * 1_000);
  await tx.insert(discardedObject).values(keys.map((key) => ({ id: newId('dsc'), key, dueAt: now, lastDueAt })));
};

/** Removes the files of messages; their objects go with the next sweep. */
export const dropAttachments = async (tx: Tx, messageIds: readonly string[], now: Date): Promise<void> => {
  const gone = await tx
    .delete(messageAttachment)
    .where(inArray(messageAttachment.messageId, [...messageIds]))
    .returning({ id: messageAttachment.id, originalKey: messageAttachment.originalKey });
  await discardObjects(
    tx,
    gone.flatMap(({ id, originalKey }) => [attachmentPrefix(id), ...(originalKey ? [originalKey] : [])]),
    now,
  );
};

/** Pictures somebody should work on: new ones whose wake was lost, failed tries, and those of dead workers. */
export const dueAttachments = async (executor: Executor, now: Date, limit: number): Promise<string[]> => {
  const rows = await executor
    .select({ id: messageAttachment.id })
    .from(messageAttachment)
    .where(and(isNotNull(messageAttachment.dueAt), lte(messageAttachment.dueAt, now)))
    .orderBy(asc(messageAttachment.dueAt))
    .limit(limit);
  return rows.map(({ id }) => id);
};

/** Takes a picture that is due until the lease ends: of two workers, one gets it. */
export const leaseAttachment = async (
  executor: Executor,
  id: string,
  until: Date,
  now: Date,
): Promise<AttachmentRow | undefined> => {
  const [row] = await executor
    .update(messageAttachment)
    .set({ dueAt: until, tries: sql`${messageAttachment.tries} + 1` })
    .where(and(eq(messageAttachment.id, id), lte(messageAttachment.dueAt, now)))
    .returning();
  return row;
};

/** Settles a picture that is being worked on; undefined when it was deleted meanwhile. */
export const settleAttachment = async (
  tx: Executor,
  id: string,
  changes: Partial<AttachmentRow>,
): Promise<AttachmentRow | undefined> => {
  const [row] = await tx
    .update(messageAttachment)
    .set({ ...changes, dueAt: null })
    .where(and(eq(messageAttachment.id, id), eq(messageAttachment.state, 'PROCESSING')))
    .returning();
  return row;
};

/** Lets a leased picture be tried again at that time. */
export const retryAttachmentAt = (executor: Executor, id: string, at: Date) =>
  executor
    .update(messageAttachment)
    .set({ dueAt: at })
    .where(and(eq(messageAttachment.id, id), isNotNull(messageAttachment.dueAt)));
