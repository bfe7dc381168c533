import type { QueryResolvers } from '../../generated/resolvers.ts';
import { readIndexStatus } from '../../queries/index-status.ts';

export const searchIndex: QueryResolvers['searchIndex'] = (_root, _args, { services }) => readIndexStatus(services);
