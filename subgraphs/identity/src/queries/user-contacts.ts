import { normaliseEmail } from '../domain/email.ts';
import type { UserContact } from '../generated/resolvers.ts';
import type { Services } from '../services.ts';
import { type UserRow, userByEmail, usersByIds } from '../store/users.ts';

type WithDatabase = Pick<Services, 'database'>;

const toContact = (row: UserRow): UserContact => ({
  userId: row.id,
  email: row.email,
  emailVerified: row.emailVerifiedAt !== null,
  displayName: row.displayName,
  locale: row.locale,
});

/** How to reach people, for other contexts; unknown ids are left out. */
export const userContacts = async ({ database }: WithDatabase, ids: readonly string[]): Promise<UserContact[]> =>
  (await usersByIds(database.orm, ids)).map(toContact);

/** The person with that address, however it is written; null when there is none or it is no address. */
export const contactByEmail = async ({ database }: WithDatabase, email: string): Promise<UserContact | null> => {
  const normalised = normaliseEmail(email);
  const row = normalised === null ? undefined : await userByEmail(database.orm, normalised);
  return row ? toContact(row) : null;
};
