import { type Actor, canInShop, type Identity, requireInShop } from '@vitrina/platform/auth';
import type { Executor, Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { isId } from '@vitrina/platform/ids';
import { eq } from 'drizzle-orm';
import { isPublic } from '../domain/video-state.ts';
import { type VideoRow, video } from '../store/video.table.ts';

/** What staff need to work with the videos of their shop. */
const mediaCapability = 'media:write';

/** True for those who work with the videos of that shop, and for admins. */
export const isStaff = (actor: Actor, shopId: string): boolean => canInShop(actor, shopId, mediaCapability);

/** True when this caller may see the video at all. */
export const canSee = (actor: Actor, row: VideoRow): boolean => isPublic(row) || isStaff(actor, row.shopId);

/** Refuses whoever does not work with the videos of that shop. */
export const requireStaff = (actor: Actor, shopId: string): void => requireInShop(actor, shopId, mediaCapability);

/** Missing and hidden look the same. */
export const noSuchVideo = (field: readonly string[] = ['input', 'videoId']): AppError =>
  new AppError('NOT_FOUND', 'There is no such video; check the id, or sign in as somebody who works for its shop.', {
    field,
  });

/** The video with that id, whoever asks. */
export const findVideo = async (executor: Executor, id: string): Promise<VideoRow | undefined> => {
  if (!isId(id, 'vid')) return undefined;
  const [row] = await executor.select().from(video).where(eq(video.id, id));
  return row;
};

/** The video, for somebody who works for its shop; those who may only watch it are refused, all others find nothing. */
export const staffVideo = async (executor: Executor, { actor }: Identity, id: string): Promise<VideoRow> => {
  const row = await findVideo(executor, id);
  if (!row || !canSee(actor, row)) throw noSuchVideo();
  requireStaff(actor, row.shopId);
  return row;
};

/** The same under the lock of its row, read anew. */
export const lockStaffVideo = async (tx: Tx, identity: Identity, id: string): Promise<VideoRow> => {
  await staffVideo(tx, identity, id);
  const [row] = await tx.select().from(video).where(eq(video.id, id)).for('update');
  if (!row) throw noSuchVideo();
  return row;
};
