import type { MutationResolvers } from '../../generated/resolvers.ts';
import { updateVideo as update } from '../../usecases/update-video.ts';
import { videoPayload } from '../video-payload.ts';

/** Null and left out both mean: as it is. */
export const updateVideo: MutationResolvers['updateVideo'] = async (_parent, { input }, ctx) =>
  videoPayload(
    ctx,
    await update(ctx.services, ctx.identity, {
      videoId: input.videoId,
      expectedVersion: input.expectedVersion ?? null,
      title: input.title ?? undefined,
      description: input.description ?? undefined,
      visibility: input.visibility ?? undefined,
    }),
  );
