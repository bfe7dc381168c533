import { AppError } from '@vitrina/platform/errors';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { suggest as complete } from '../../usecases/suggest.ts';

const maxPrefixLength = 100;
const maxLines = 20;

export const suggest: QueryResolvers['suggest'] = (_root, { prefix, first }, { services, meta }) => {
  if (prefix.length > maxPrefixLength)
    throw new AppError('BAD_USER_INPUT', `A prefix has at most ${maxPrefixLength} characters.`, { field: ['prefix'] });
  if (first < 1 || first > maxLines)
    throw new AppError('BAD_USER_INPUT', `"first" must be between 1 and ${maxLines}.`, { field: ['first'] });
  return complete(services, prefix, meta.locale, first);
};
