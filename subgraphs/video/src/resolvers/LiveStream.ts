import { isId } from '@vitrina/platform/ids';
import { livePlaylistFile, livePrefixOf } from '../domain/object-keys.ts';
import { unseen } from '../domain/video-state.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { liveStreamById } from '../queries/live-streams.ts';
import type { Context } from '../request.ts';
import type { LiveStreamRow } from '../store/live.table.ts';
import { isStaff } from '../usecases/access.ts';
import { canSeeLive } from '../usecases/live-access.ts';
import { visibleVideo } from './visible-video.ts';

/** A stream the caller may see; missing and hidden look the same. */
export const visibleLiveStream = async (id: string, ctx: Context): Promise<LiveStreamRow | null> => {
  const row = isId(id, 'liv') ? await ctx.loaders.one(liveStreamById).load(id) : null;
  return row && canSeeLive(ctx.actor, row) ? row : null;
};

const canWatch = ({ state, shopId }: LiveStreamRow, ctx: Context): boolean =>
  state === 'LIVE' || (state === 'CONNECTED' && isStaff(ctx.actor, shopId));

/** A live stream, with what the person asking may see of it. */
export const LiveStream: Resolvers['LiveStream'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleLiveStream(id, ctx),
  shop: ({ shopId }) => ({ id: shopId }),
  hlsUrl: (row, _args, ctx) =>
    canWatch(row, ctx) ? ctx.services.objects.publicUrl(`${livePrefixOf(row)}${livePlaylistFile}`) : null,
  moderation: ({ shopId, moderation }, _args, ctx) =>
    isStaff(ctx.actor, shopId) ? (moderation ?? unseen(ctx.services.moderation)) : null,
  reconnectingUntil: ({ reconnectUntil }) => reconnectUntil,
  recording: ({ videoId }, _args, ctx) => (videoId === null ? null : visibleVideo(videoId, ctx)),
};
