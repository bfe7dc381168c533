import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setCaptions } from '../../usecases/set-captions.ts';
import { videoPayload } from '../video-payload.ts';

/** One language at a time. */
export const setVideoCaptions: MutationResolvers['setVideoCaptions'] = async (_parent, { input }, ctx) =>
  videoPayload(ctx, await setCaptions(ctx.services, ctx.identity, input));
