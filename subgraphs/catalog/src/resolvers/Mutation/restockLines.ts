import { requireLines, requireReference } from '../../domain/require-range.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { restockLines as restock } from '../../usecases/restock-lines.ts';

export const restockLines: MutationResolvers['restockLines'] = async (_root, { input }, ctx) => {
  const outcome = await restock(ctx.services, {
    reference: requireReference(input.reference),
    lines: requireLines(input.lines),
  });
  return { restocked: outcome.ok, userErrors: outcome.ok ? [] : outcome.refusals };
};
