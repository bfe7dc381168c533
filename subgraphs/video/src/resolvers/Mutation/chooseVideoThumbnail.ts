import type { MutationResolvers } from '../../generated/resolvers.ts';
import { chooseThumbnail } from '../../usecases/choose-thumbnail.ts';
import { videoPayload } from '../video-payload.ts';

/** A candidate by its id, or a frame by its second. */
export const chooseVideoThumbnail: MutationResolvers['chooseVideoThumbnail'] = async (_parent, { input }, ctx) =>
  videoPayload(
    ctx,
    await chooseThumbnail(ctx.services, ctx.identity, {
      videoId: input.videoId,
      thumbnailId: input.thumbnailId ?? null,
      atSeconds: input.atSeconds ?? null,
    }),
  );
