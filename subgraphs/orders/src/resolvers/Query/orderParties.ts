import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { orderParties as read } from '../../queries/order-parties.ts';

export const orderParties: QueryResolvers['orderParties'] = (_parent, { ids }, { services }) => {
  assertBatch(ids);
  return read(services, ids);
};
