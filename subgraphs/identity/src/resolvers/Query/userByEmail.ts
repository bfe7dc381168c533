import type { QueryResolvers } from '../../generated/resolvers.ts';
import { contactByEmail } from '../../queries/user-contacts.ts';

export const userByEmail: QueryResolvers['userByEmail'] = (_root, { email }, { services }) =>
  contactByEmail(services, email);
