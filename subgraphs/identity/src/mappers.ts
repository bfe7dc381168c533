import type { AddressField, AddressFormat } from './domain/address-format.ts';
import type { TooManyAttempts } from './domain/refusals.ts';
import type { HeldRole } from './queries/people.ts';
import type { AddressRow } from './store/addresses.ts';
import type { SessionRow } from './store/sessions.ts';
import type { UserRow } from './store/users.ts';
import type { Granted } from './usecases/open-session.ts';

/** A person, and whether the answer goes to that person although the request came without a token (sign-in). */
export interface UserMapper {
  readonly row: UserRow;
  readonly own?: boolean;
}
/** Tokens and whether the refresh token belongs into the answer. */
export interface AuthenticationMapper {
  readonly granted: Granted;
  readonly inBody: boolean;
}
export type SessionMapper = SessionRow;
export type SavedAddressMapper = AddressRow;
export type ShopMembershipMapper = HeldRole & { readonly shopId: string };
export type AddressFormatMapper = AddressFormat;
export type AddressFieldMapper = AddressField;
export type TooManyAttemptsMapper = TooManyAttempts;
