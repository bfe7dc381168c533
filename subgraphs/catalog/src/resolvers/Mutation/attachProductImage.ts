import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenImage } from '../../queries/product-images.ts';
import { attachImage } from '../../usecases/attach-image.ts';

export const attachProductImage: MutationResolvers['attachProductImage'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(await attachImage(ctx.services, ctx.actor, input));
  return { image: value === null ? null : await writtenImage(ctx, value), userErrors };
};
