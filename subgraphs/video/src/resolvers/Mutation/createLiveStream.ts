import type { MutationResolvers } from '../../generated/resolvers.ts';
import { createLiveStream as create } from '../../usecases/change-live-stream.ts';
import { liveKeyPayload } from '../live-payload.ts';

/** The one answer, beside a rotation, that carries a stream key. */
export const createLiveStream: MutationResolvers['createLiveStream'] = async (_parent, { input }, ctx) =>
  liveKeyPayload(
    ctx,
    await create(ctx.services, ctx.identity, { ...input, recordingVisibility: input.recordingVisibility ?? 'PUBLIC' }),
  );
