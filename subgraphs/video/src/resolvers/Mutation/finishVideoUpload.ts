import type { MutationResolvers } from '../../generated/resolvers.ts';
import { finishVideoUpload as finish } from '../../usecases/finish-video-upload.ts';
import { videoPayload } from '../video-payload.ts';

/** The row is read before the work begins, so what comes back is the first state of it. */
export const finishVideoUpload: MutationResolvers['finishVideoUpload'] = async (_parent, { input }, ctx) =>
  videoPayload(ctx, await finish(ctx.services, ctx.identity, input.videoId));
