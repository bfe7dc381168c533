import { normaliseEmail } from '../../domain/email.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { userByEmail as findByEmail } from '../../store/users.ts';
import { toContact } from '../contact.ts';

export const userByEmail: QueryResolvers['userByEmail'] = async (_root, { email }, { services }) => {
  const normalised = normaliseEmail(email);
  const row = normalised === null ? undefined : await findByEmail(services.database.orm, normalised);
  return row ? toContact(row) : null;
};
