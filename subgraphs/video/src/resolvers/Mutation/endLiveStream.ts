import { ok } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { endLiveStream as end } from '../../usecases/change-live-stream.ts';
import { livePayload } from '../live-payload.ts';

/** Nothing refuses an end; who may say it is checked like everywhere. */
export const endLiveStream: MutationResolvers['endLiveStream'] = async (_parent, { input }, ctx) =>
  livePayload(ctx, ok(await end(ctx.services, ctx.identity, input.liveStreamId)));
