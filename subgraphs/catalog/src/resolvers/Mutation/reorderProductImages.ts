import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenProduct } from '../../queries/visible-goods.ts';
import { reorderImages } from '../../usecases/change-images.ts';

export const reorderProductImages: MutationResolvers['reorderProductImages'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(await reorderImages(ctx.services, ctx.actor, input));
  return { product: value === null ? null : await writtenProduct(ctx, value), userErrors };
};
