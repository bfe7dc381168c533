import { requireInShop } from '@vitrina/platform/auth';
import { AppError, invariant } from '@vitrina/platform/errors';
import { idempotently } from '@vitrina/platform/idempotency';
import { productLimits } from '../../domain/product.ts';
import { requireCount, requireRange } from '../../domain/require-range.ts';
import type { StockCell } from '../../domain/stock-book.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenVariants } from '../../queries/visible-goods.ts';
import { changeStock } from '../../usecases/change-stock.ts';

export const adjustStock: MutationResolvers['adjustStock'] = async (_root, { input }, ctx) => {
  requireInShop(ctx.actor, input.shopId, 'stock:write');
  requireCount(input.lines, 1, 500, ['input', 'lines']);
  invariant(ctx.idempotency, 'adjustStock is idempotent.');
  const lines = input.lines.map(({ delta, ...line }, index) => {
    const field = ['input', 'lines', String(index), 'delta'];
    requireRange(delta, -productLimits.units, productLimits.units, field);
    if (delta === 0) throw new AppError('BAD_USER_INPUT', '"delta" must not be 0; leave the line out.', { field });
    return { ...line, numberField: 'delta', onHandAfter: (cell: StockCell) => cell.onHand + delta };
  });
  const { outcome, replayed } = await idempotently(ctx.services.database, ctx.idempotency, (tx) =>
    changeStock(ctx.services, tx, input.shopId, lines),
  );
  const variants = outcome.ok ? await writtenVariants(ctx, outcome.value.variantIds) : [];
  return { variants, userErrors: outcome.ok ? [] : outcome.refusals, replayed };
};
