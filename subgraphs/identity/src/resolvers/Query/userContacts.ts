import type { QueryResolvers } from '../../generated/resolvers.ts';
import { userContacts as readContacts } from '../../queries/user-contacts.ts';
import { assertBatch } from '../assert-batch.ts';

export const userContacts: QueryResolvers['userContacts'] = (_root, { ids }, { services }) => {
  assertBatch(ids);
  return readContacts(services, ids);
};
