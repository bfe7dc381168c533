import { isId } from '@vitrina/platform/ids';
import { requireCount } from '../../domain/require-range.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { quoteVariants as quote } from '../../queries/quotes.ts';

export const quoteVariants: QueryResolvers['quoteVariants'] = (_root, { ids }, ctx) => {
  requireCount(ids, 0, 500, ['ids']);
  return quote(
    ctx.services,
    ids.filter((id) => isId(id, 'var')),
  );
};
