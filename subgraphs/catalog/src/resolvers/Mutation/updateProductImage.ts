import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenImage } from '../../queries/product-images.ts';
import { describeImage } from '../../usecases/change-images.ts';

export const updateProductImage: MutationResolvers['updateProductImage'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(await describeImage(ctx.services, ctx.actor, input));
  return { image: value === null ? null : await writtenImage(ctx, value), userErrors };
};
