import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { createVideoUpload as open } from '../../usecases/create-video-upload.ts';

/** The row and the ticket come into being together. */
export const createVideoUpload: MutationResolvers['createVideoUpload'] = async (_parent, { input }, ctx) => {
  const opened = await open(ctx.services, ctx.identity, {
    ...input,
    description: input.description ?? null,
    visibility: input.visibility ?? 'PUBLIC',
  });
  const { value, userErrors } = toPayload(opened);
  return { video: value?.video ?? null, upload: value?.upload ?? null, userErrors };
};
