import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { attachLandingImage as attach } from '../../usecases/landing-images.ts';

export const attachLandingImage: MutationResolvers['attachLandingImage'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(await attach(ctx.services, ctx.identity, input));
  return { image: value, userErrors };
};
