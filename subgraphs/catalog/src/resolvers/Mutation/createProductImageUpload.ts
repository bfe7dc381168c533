import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { openImageUpload } from '../../usecases/attach-image.ts';

export const createProductImageUpload: MutationResolvers['createProductImageUpload'] = async (
  _root,
  { input },
  ctx,
) => {
  const { value, userErrors } = toPayload(await openImageUpload(ctx.services, ctx.actor, input));
  return { upload: value, userErrors };
};
