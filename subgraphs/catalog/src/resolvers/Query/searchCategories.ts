import { AppError } from '@vitrina/platform/errors';
import { isStorable } from '../../domain/check-text.ts';
import { requireRange } from '../../domain/require-range.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { searchCategories as find } from '../../queries/categories.ts';

export const searchCategories: QueryResolvers['searchCategories'] = (_root, { query, first }, ctx) => {
  const limit = requireRange(first ?? 10, 1, 50, ['first']);
  const wanted = query.trim();
  if (wanted.length < 1 || wanted.length > 100)
    throw new AppError('BAD_USER_INPUT', '"query" takes 1 to 100 characters.', { field: ['query'] });
  return isStorable(wanted) ? find(ctx.services, wanted, limit) : [];
};
