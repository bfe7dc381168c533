import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { recordPlayback as record } from '../../usecases/record-playback.ts';

/** Whoever may watch may say how it went. */
export const recordPlayback: MutationResolvers['recordPlayback'] = async (_parent, { input }, ctx) => {
  const { videoId, ...batch } = input;
  const recorded = await record(ctx.services, ctx.identity, ctx.meta.ip, {
    videoId,
    batch: {
      ...batch,
      watched: batch.watched ?? [],
      rebufferCount: batch.rebufferCount ?? 0,
      rebufferMs: batch.rebufferMs ?? 0,
      startupMs: batch.startupMs ?? null,
      rendition: batch.rendition ?? null,
      exitAtSeconds: batch.exitAtSeconds ?? null,
      errorCode: batch.errorCode ?? null,
    },
  });
  const { value, userErrors } = toPayload(recorded);
  return { recorded: value ?? false, userErrors };
};
