import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenProduct } from '../../queries/visible-goods.ts';
import { deleteImage } from '../../usecases/change-images.ts';

export const deleteProductImage: MutationResolvers['deleteProductImage'] = async (_root, { input }, ctx) => {
  const productId = await deleteImage(ctx.services, ctx.actor, input.imageId);
  return { product: await writtenProduct(ctx, productId), userErrors: [] };
};
