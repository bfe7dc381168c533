import { isId } from '@vitrina/platform/ids';
import { requireCount } from '../../domain/require-range.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listedProducts as list } from '../../queries/listed-products.ts';

export const listedProducts: QueryResolvers['listedProducts'] = (_root, { ids }, { services }) => {
  requireCount(ids, 0, 500, ['ids']);
  return list(
    services,
    ids.filter((id) => isId(id, 'prd')),
  );
};
