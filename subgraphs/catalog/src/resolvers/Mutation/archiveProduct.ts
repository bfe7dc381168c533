import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenProduct } from '../../queries/visible-goods.ts';
import { archiveProduct as archive } from '../../usecases/archive-product.ts';

export const archiveProduct: MutationResolvers['archiveProduct'] = async (_root, { input }, ctx) => {
  const { value, userErrors } = toPayload(await archive(ctx.services, ctx.actor, input));
  return { product: value && (await writtenProduct(ctx, value.id)), userErrors };
};
