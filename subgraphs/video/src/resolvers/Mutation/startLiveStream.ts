import type { MutationResolvers } from '../../generated/resolvers.ts';
import { startLiveStream as start } from '../../usecases/change-live-stream.ts';
import { livePayload } from '../live-payload.ts';

/** On the air: visible to everybody from this answer on. */
export const startLiveStream: MutationResolvers['startLiveStream'] = async (_parent, { input }, ctx) =>
  livePayload(ctx, await start(ctx.services, ctx.identity, input.liveStreamId));
