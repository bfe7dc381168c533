import type { UserContact } from '../generated/resolvers.ts';
import type { UserRow } from '../store/users.ts';

/** How to reach a person, for other contexts. */
export const toContact = (row: UserRow): UserContact => ({
  userId: row.id,
  email: row.email,
  emailVerified: row.emailVerifiedAt !== null,
  displayName: row.displayName,
  locale: row.locale,
});
