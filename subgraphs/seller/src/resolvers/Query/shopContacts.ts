import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { shopContacts as readContacts } from '../../queries/shop-contacts.ts';

export const shopContacts: QueryResolvers['shopContacts'] = (_root, { ids }, { services }) => {
  assertBatch(ids);
  return readContacts(services, ids);
};
