import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { orderNews as read } from '../../queries/order-news.ts';

export const orderNews: QueryResolvers['orderNews'] = (_parent, { ids }, { services }) => {
  assertBatch(ids);
  return read(services, ids);
};
