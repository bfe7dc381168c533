import { isId } from '@vitrina/platform/ids';
import { requireCount } from '../../domain/require-range.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { searchDocuments as read } from '../../queries/search-documents.ts';

export const searchDocuments: QueryResolvers['searchDocuments'] = (_root, { ids }, ctx) => {
  requireCount(ids, 0, 500, ['ids']);
  return read(
    ctx.services,
    ids.filter((id) => isId(id, 'prd')),
  );
};
