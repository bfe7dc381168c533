import type { MutationResolvers } from '../../generated/resolvers.ts';
import { rotateStreamKey as rotate } from '../../usecases/change-live-stream.ts';
import { liveKeyPayload } from '../live-payload.ts';

/** The old key is no use from this answer on. */
export const rotateStreamKey: MutationResolvers['rotateStreamKey'] = async (_parent, { input }, ctx) =>
  liveKeyPayload(ctx, await rotate(ctx.services, ctx.identity, input.liveStreamId));
