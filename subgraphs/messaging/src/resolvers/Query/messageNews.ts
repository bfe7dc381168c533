import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { messageNews as read } from '../../queries/message-news.ts';

export const messageNews: QueryResolvers['messageNews'] = (_parent, { ids }, { services }) => {
  assertBatch(ids);
  return read(services, ids);
};
