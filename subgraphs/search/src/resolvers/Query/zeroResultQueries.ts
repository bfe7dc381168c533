import { AppError } from '@vitrina/platform/errors';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { readZeroResultQueries } from '../../queries/index-status.ts';

export const zeroResultQueries: QueryResolvers['zeroResultQueries'] = (_root, { first }, { services }) => {
  if (first < 1 || first > 100)
    throw new AppError('BAD_USER_INPUT', '"first" must be between 1 and 100.', { field: ['first'] });
  return readZeroResultQueries(services, first);
};
