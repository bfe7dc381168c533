import type { MutationResolvers } from '../../generated/resolvers.ts';
import { retryVideo as retry } from '../../usecases/retry-video.ts';
import { videoPayload } from '../video-payload.ts';

/** From the last finished step on. */
export const retryVideo: MutationResolvers['retryVideo'] = async (_parent, { input }, ctx) =>
  videoPayload(ctx, await retry(ctx.services, ctx.identity, input.videoId));
