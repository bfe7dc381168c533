import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { lateSeconds } from '../../sagas/checkout/data.ts';

/** What needs a person: the list should be empty, and whoever is on duty looks here first. */
export const stuckSagas: QueryResolvers['stuckSagas'] = async (_parent, args, { services }) => {
  const page = readPage<readonly [id: string]>(args, 1);
  const rows = await services.sagas.stuck({
    after: page.cursor?.[0],
    limit: page.limit + 1,
    lateSeconds,
  });
  return toConnection(rows, page, (row) => [row.id]);
};
