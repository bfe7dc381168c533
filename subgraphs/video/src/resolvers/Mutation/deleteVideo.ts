import type { MutationResolvers } from '../../generated/resolvers.ts';
import { deleteVideo as remove } from '../../usecases/delete-video.ts';

/** Rows go at once, objects within a minute. */
export const deleteVideo: MutationResolvers['deleteVideo'] = async (_parent, { input }, ctx) => ({
  deletedId: await remove(ctx.services, ctx.identity, input.videoId),
  userErrors: [],
});
