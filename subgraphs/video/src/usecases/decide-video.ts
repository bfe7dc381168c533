import type { Tx } from '@vitrina/platform/database';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Moderation } from '../domain/video-state.ts';
import { video } from '../store/video.table.ts';

/** Takes moderation's word. The newest decision holds, in whatever order they come; false when this one is older or the video is gone. */
export const decideVideo = async (
  tx: Tx,
  decision: { readonly videoId: string; readonly moderation: Moderation; readonly decidedAt: Date },
): Promise<boolean> => {
  const changed = await tx
    .update(video)
    .set({
      moderation: decision.moderation,
      moderatedAt: decision.decidedAt,
      version: sql`${video.version} + 1`,
    })
    .where(
      and(eq(video.id, decision.videoId), or(isNull(video.moderatedAt), lt(video.moderatedAt, decision.decidedAt))),
    )
    .returning({ id: video.id });
  return changed.length > 0;
};
