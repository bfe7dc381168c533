import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { openLandingImage } from '../../usecases/landing-images.ts';

export const createLandingImageUpload: MutationResolvers['createLandingImageUpload'] = async (
  _root,
  { input },
  ctx,
) => {
  const { value, userErrors } = toPayload(await openLandingImage(ctx.services, ctx.identity, input));
  return { upload: value, userErrors };
};
