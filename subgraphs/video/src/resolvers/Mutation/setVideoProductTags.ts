import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setProductTags } from '../../usecases/set-product-tags.ts';
import { videoPayload } from '../video-payload.ts';

/** The whole set at once: what is not named goes. */
export const setVideoProductTags: MutationResolvers['setVideoProductTags'] = async (_parent, { input }, ctx) =>
  videoPayload(
    ctx,
    await setProductTags(ctx.services, ctx.identity, {
      videoId: input.videoId,
      expectedVersion: input.expectedVersion ?? null,
      tags: input.tags.map((tag) => ({
        ...tag,
        variantId: tag.variantId ?? null,
        x: tag.x ?? null,
        y: tag.y ?? null,
      })),
    }),
  );
