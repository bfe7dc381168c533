import { isId } from '@vitrina/platform/ids';
import { requireRange } from '../../domain/require-range.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { searchDocumentPage as read } from '../../queries/search-documents.ts';

export const searchDocumentPage: QueryResolvers['searchDocumentPage'] = (_root, { after, first }, ctx) =>
  read(ctx.services, after != null && isId(after, 'prd') ? after : undefined, requireRange(first, 1, 500, ['first']));
