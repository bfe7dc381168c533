import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { userNotFound } from '../domain/refusals.ts';
import type { Services } from '../services.ts';
import { type UserRow, updateUser } from '../store/users.ts';

export interface ProfileChange {
  readonly displayName?: string | null | undefined;
  readonly locale?: string | null | undefined;
}

/** Changes name or language of a person; what is left out (or null) stays. */
export const updateProfile = async (
  { database }: Services,
  userId: string,
  change: ProfileChange,
): Promise<Result<UserRow, Refusal>> => {
  const name =
    change.displayName == null ? undefined : readText(change.displayName, { field: ['displayName'], min: 1, max: 80 });
  if (name && !name.ok) return name;
  const user = await updateUser(database.orm, userId, {
    ...(name && { displayName: name.value }),
    ...(change.locale != null && { locale: change.locale }),
  });
  return user ? ok(user) : refuse(userNotFound());
};
