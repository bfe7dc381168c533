import { readPage, textPart, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { type SearchKey, searchIn } from '../../queries/search-messages.ts';
import { inboxOwner } from '../inbox-owner.ts';
import { readSearch } from '../read-search.ts';

/** In one's own history only: whose it is decides before anything is looked for. */
export const searchMessages: QueryResolvers['searchMessages'] = async (_parent, { query, shopId, ...args }, ctx) => {
  const owner = inboxOwner(ctx, shopId);
  const page = readPage<SearchKey>(args, [textPart]);
  const rows = await searchIn(ctx.services.database, owner, readSearch(query, ['query']), page);
  return toConnection(rows, page, ({ id }) => [id]);
};
