import { isId } from '@vitrina/platform/ids';
import { videoById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { VideoRow } from '../store/video.table.ts';
import { canSee } from '../usecases/access.ts';

/** A video the caller may see; missing and hidden look the same. */
export const visibleVideo = async (id: string, ctx: Context): Promise<VideoRow | null> => {
  const row = isId(id, 'vid') ? await ctx.loaders.one(videoById).load(id) : null;
  return row && canSee(ctx.actor, row) ? row : null;
};
