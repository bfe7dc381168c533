import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import type { UserMapper } from '../mappers.ts';
import type { UserRow } from '../store/users.ts';

/** Payload of a change to a person; what of the person can be read is decided by who asks. */
export const toUserPayload = (
  result: Result<UserRow, Refusal>,
): { user: UserMapper | null; userErrors: readonly Refusal[] } => {
  const { value, userErrors } = toPayload(result);
  return { user: value && { row: value }, userErrors };
};
