import { requireInShop } from '@vitrina/platform/auth';
import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenProduct } from '../../queries/visible-goods.ts';
import { setProducts } from '../../usecases/set-products.ts';

export const productSet: MutationResolvers['productSet'] = async (_root, { input }, ctx) => {
  requireInShop(ctx.actor, input.shopId, 'catalog:write');
  const [outcome] = await setProducts(ctx.services, input.shopId, [{ draft: input.product, field: ['product'] }]);
  invariant(outcome, 'One row has one outcome.');
  if (!outcome.ok) return { product: null, change: 'REFUSED', userErrors: outcome.refusals };
  return { product: await writtenProduct(ctx, outcome.value.id), change: outcome.value.change, userErrors: [] };
};
