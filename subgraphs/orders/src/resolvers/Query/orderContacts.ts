import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { orderContacts as read } from '../../queries/order-contacts.ts';

export const orderContacts: QueryResolvers['orderContacts'] = (_parent, { ids }, { services }) => {
  assertBatch(ids);
  return read(services, ids);
};
