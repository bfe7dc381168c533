import { createHash, randomBytes } from 'node:crypto';
import type { Actor, Identity } from '@vitrina/platform/auth';
import type { Executor, Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { isId } from '@vitrina/platform/ids';
import { eq } from 'drizzle-orm';
import { type LiveStreamRow, liveStream } from '../store/live.table.ts';
import { isStaff, requireStaff } from './access.ts';

/** A stream key nobody guesses: 160 bits. */
export const newStreamKey = (): string => `live_${randomBytes(20).toString('hex')}`;

/** What is kept of a stream key. It is random, so a fast hash without salt is enough. */
export const hashStreamKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Everybody may see a stream that is or was on the air; before that, and when moderation took it away, it is the shop's own
 * business.
 */
export const canSeeLive = (actor: Actor, { startedAt, moderation, shopId }: LiveStreamRow): boolean =>
  (startedAt !== null && moderation !== 'REJECTED') || isStaff(actor, shopId);

/** Missing and hidden look the same. */
export const noSuchLiveStream = (field: readonly string[] = ['input', 'liveStreamId']): AppError =>
  new AppError(
    'NOT_FOUND',
    'There is no such live stream; check the id, or sign in as somebody who works for its shop.',
    {
      field,
    },
  );

/** The stream with that id, whoever asks. */
export const findLiveStream = async (executor: Executor, id: string): Promise<LiveStreamRow | undefined> => {
  if (!isId(id, 'liv')) return undefined;
  const [row] = await executor.select().from(liveStream).where(eq(liveStream.id, id));
  return row;
};

/** The stream under the lock of its row. */
export const lockLiveStream = async (tx: Tx, id: string): Promise<LiveStreamRow | undefined> => {
  const [row] = await tx.select().from(liveStream).where(eq(liveStream.id, id)).for('update');
  return row;
};

/** The same for somebody who works for its shop. */
export const lockStaffLiveStream = async (tx: Tx, { actor }: Identity, id: string): Promise<LiveStreamRow> => {
  const row = isId(id, 'liv') ? await lockLiveStream(tx, id) : undefined;
  if (!row || !canSeeLive(actor, row)) throw noSuchLiveStream();
  requireStaff(actor, row.shopId);
  return row;
};
