import { requireInShop } from '@vitrina/platform/auth';
import { productLimits } from '../../domain/product.ts';
import { requireCount, requireRange } from '../../domain/require-range.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenVariants } from '../../queries/visible-goods.ts';
import { changeStock } from '../../usecases/change-stock.ts';

export const setStock: MutationResolvers['setStock'] = async (_root, { input }, ctx) => {
  requireInShop(ctx.actor, input.shopId, 'stock:write');
  requireCount(input.lines, 1, 500, ['input', 'lines']);
  const lines = input.lines.map(({ onHand, ...line }, index) => {
    requireRange(onHand, 0, productLimits.units, ['input', 'lines', String(index), 'onHand']);
    return { ...line, numberField: 'onHand', onHandAfter: () => onHand };
  });
  const outcome = await ctx.services.database.transaction((tx) => changeStock(ctx.services, tx, input.shopId, lines));
  return outcome.ok
    ? { variants: await writtenVariants(ctx, outcome.value.variantIds), userErrors: [] }
    : { variants: [], userErrors: outcome.refusals };
};
