import type { QueryResolvers } from '../../generated/resolvers.ts';
import { orderNews as read } from '../../queries/order-news.ts';
import { assertBatch } from '../assert-batch.ts';

export const orderNews: QueryResolvers['orderNews'] = (_parent, { ids }, { services }) => {
  assertBatch(ids);
  return read(services, ids);
};
