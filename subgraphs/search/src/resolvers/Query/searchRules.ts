import { readPage, toConnection } from '@vitrina/platform/pagination';
import { queryKey } from '../../domain/query-words.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { rulePage } from '../../queries/rules.ts';

export const searchRules: QueryResolvers['searchRules'] = async (_root, { query, ...args }, { services }) => {
  const page = readPage<[string]>(args, 1);
  const rows = await rulePage(services, query == null ? undefined : queryKey(query), page);
  return { ...toConnection(rows, page, ({ id }) => [id]), totalCount: null };
};
