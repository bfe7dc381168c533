import { pictureFiles, playlistNames } from '../domain/object-keys.ts';
import { isPlayable } from '../domain/video-state.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { productsOnSale } from '../queries/listed-products.ts';
import {
  captionsOfVideo,
  renditionsOfVideo,
  stepsOfVideo,
  tagsOfVideo,
  thumbnailsOfVideo,
} from '../queries/loaders.ts';
import { playbackFolder } from '../queries/playback.ts';
import { openStage } from '../queries/progress.ts';
import type { Context } from '../request.ts';
import type { VideoRow } from '../store/video.table.ts';
import { isStaff } from '../usecases/access.ts';
import { visibleVideo } from './visible-video.ts';

const forStaff = ({ shopId }: VideoRow, ctx: Context): boolean => isStaff(ctx.actor, shopId);

/** The chosen still, once it is made; until then, and when none was chosen, the best candidate. */
export const posterOf = async (row: VideoRow, _args: object, ctx: Context) => {
  const made = (await ctx.loaders.many(thumbnailsOfVideo).load(row.id)).filter(({ image }) => image !== null);
  const chosen = made.find(({ id }) => id === row.posterId) ?? made.find(({ position }) => position !== null) ?? null;
  return chosen && { ...chosen, title: row.title, folder: (await playbackFolder(ctx, row)).url };
};

/** A video, with what the person asking may see of it. */
export const Video: Resolvers['Video'] = {
  __resolveReference: ({ id }: { id: string }, ctx: Context) => visibleVideo(id, ctx),
  shop: ({ shopId }) => ({ id: shopId }),
  failure: (row, _args, ctx) =>
    row.failureCode !== null && forStaff(row, ctx)
      ? { code: row.failureCode, message: row.failureMessage ?? '' }
      : null,
  moderation: (row, _args, ctx) => (forStaff(row, ctx) ? row.moderation : null),
  durationSeconds: ({ facts }) => facts?.durationSeconds ?? null,
  width: ({ facts }) => facts?.width ?? null,
  height: ({ facts }) => facts?.height ?? null,
  hasAudio: ({ facts }) => facts?.hasAudio ?? null,
  playback: async (row, _args, ctx) => (isPlayable(row) ? { ...(await playbackFolder(ctx, row)), video: row } : null),
  poster: posterOf,
  thumbnails: async (row, _args, ctx) => {
    if (!forStaff(row, ctx)) return [];
    const rows = await ctx.loaders.many(thumbnailsOfVideo).load(row.id);
    const { url: folder } = await playbackFolder(ctx, row);
    return rows.map((still) => ({ ...still, title: row.title, folder }));
  },
  storyboard: async (row, _args, ctx) => {
    if (row.storyboardIntervalSeconds === null || !isPlayable(row)) return null;
    const { url } = await playbackFolder(ctx, row);
    return {
      spriteUrl: `${url}${pictureFiles.sprite}`,
      vttUrl: `${url}${pictureFiles.cues}`,
      intervalSeconds: row.storyboardIntervalSeconds,
    };
  },
  previewUrl: async (row, _args, ctx) =>
    row.hasPreview && isPlayable(row) ? `${(await playbackFolder(ctx, row)).url}${pictureFiles.preview}` : null,
  captions: async (row, _args, ctx) => {
    const tracks = await ctx.loaders.many(captionsOfVideo).load(row.id);
    if (tracks.length === 0) return [];
    const { url } = await playbackFolder(ctx, row);
    return tracks.map((track) => ({ ...track, folder: url }));
  },
  productTags: async (row, _args, ctx) => {
    const tags = await ctx.loaders.many(tagsOfVideo).load(row.id);
    if (forStaff(row, ctx)) return tags;
    // A product the public cannot see would resolve to nothing, and take the whole video with it.
    const onSale = new Set(
      (
        await productsOnSale(
          tags.map(({ productId }) => productId),
          ctx,
        )
      ).map(({ id }) => id),
    );
    return tags.filter(({ productId }) => onSale.has(productId));
  },
  progress: async (row, _args, ctx) => {
    if (!forStaff(row, ctx)) return null;
    const stage = openStage(row, await ctx.loaders.many(stepsOfVideo).load(row.id));
    return stage && { video: row, stage };
  },
};

/** Addresses below the video's folder; while it is only PLAYABLE, the playlist of the first stage. */
export const VideoPlayback: Resolvers['VideoPlayback'] = {
  hlsUrl: ({ url, video }) => `${url}${video.readyAt ? playlistNames.master : playlistNames.early}`,
  dashUrl: ({ url, video }) => (video.readyAt ? `${url}${playlistNames.manifest}` : null),
  renditions: ({ video }, _args, ctx) => ctx.loaders.many(renditionsOfVideo).load(video.id),
};

/** Captions lie in the video's folder. */
export const VideoCaption: Resolvers['VideoCaption'] = {
  url: ({ folder, file }) => `${folder}${file}`,
};

/** Goods are references: price and stock are catalog’s to tell, as they are now. */
export const VideoProductTag: Resolvers['VideoProductTag'] = {
  product: ({ productId }) => ({ id: productId }),
  variant: ({ variantId }) => (variantId === null ? null : { id: variantId }),
};

/** State and percent are the video’s own. */
export const VideoProgress: Resolvers['VideoProgress'] = {
  state: ({ video }) => video.state,
  percent: ({ video }) => video.percent,
};
