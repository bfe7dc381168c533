import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { userContacts as readContacts } from '../../queries/user-contacts.ts';

export const userContacts: QueryResolvers['userContacts'] = (_root, { ids }, { services }) => {
  assertBatch(ids);
  return readContacts(services, ids);
};
