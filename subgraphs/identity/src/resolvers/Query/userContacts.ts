import type { QueryResolvers } from '../../generated/resolvers.ts';
import { usersByIds } from '../../store/users.ts';
import { assertBatch } from '../assert-batch.ts';
import { toContact } from '../contact.ts';

export const userContacts: QueryResolvers['userContacts'] = async (_root, { ids }, { services }) => {
  assertBatch(ids);
  return (await usersByIds(services.database.orm, ids)).map(toContact);
};
