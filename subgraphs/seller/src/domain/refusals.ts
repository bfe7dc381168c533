import { plainRefusal, type Refusal } from '@vitrina/platform/result';

/** Somebody else was faster; carries the version to start from. */
export interface ShopVersionConflict extends Refusal {
  readonly __typename: 'ShopVersionConflict';
  readonly currentVersion: number;
}

export const versionConflict = (currentVersion: number): ShopVersionConflict => ({
  __typename: 'ShopVersionConflict',
  code: 'VERSION_CONFLICT',
  field: ['expectedVersion'],
  message: 'Somebody changed the shop meanwhile; read it again and apply your change to that.',
  currentVersion,
});

export const shopNotFound = (): Refusal =>
  plainRefusal('SHOP_NOT_FOUND', ['shopId'], 'There is no such shop; check the id.');
export const slugTaken = (): Refusal =>
  plainRefusal('SLUG_TAKEN', ['slug'], 'Another shop has this name in addresses; choose another one.');
export const slugNotValid = (): Refusal =>
  plainRefusal(
    'SLUG_NOT_VALID',
    ['slug'],
    'Use 3 to 40 lower-case letters a to z, digits and single hyphens, e.g. harbor-pages.',
  );
export const emailNotVerified = (): Refusal =>
  plainRefusal(
    'EMAIL_NOT_VERIFIED',
    [],
    'Prove your e-mail address first: follow the link in our mail, or ask for a new one.',
  );
export const tooManyRequests = (retryAfterSeconds: number): Refusal =>
  plainRefusal(
    'TOO_MANY_ATTEMPTS',
    [],
    `Too many tries; wait ${Math.ceil(retryAfterSeconds / 60)} minutes and try again.`,
  );
export const outOfRange = (field: readonly string[], min: number, max: number): Refusal =>
  plainRefusal('OUT_OF_RANGE', field, `Use a whole number from ${min} to ${max}.`);
export const personNotFound = (): Refusal =>
  plainRefusal(
    'USER_NOT_FOUND',
    ['email'],
    'Nobody has an account with this address; ask the person to sign up first.',
  );
export const alreadyOnStaff = (): Refusal =>
  plainRefusal('ALREADY_ON_STAFF', ['email'], 'This person works here already; change the role instead.');
export const staffNotFound = (): Refusal =>
  plainRefusal('STAFF_NOT_FOUND', ['staffId'], 'Nobody with this id works here; read the list again.');
export const lastOwner = (): Refusal =>
  plainRefusal('LAST_OWNER', ['staffId'], 'This is the only owner; make somebody else an owner first.');
export const tooManyStaff = (limit: number): Refusal =>
  plainRefusal('TOO_MANY_STAFF', [], `A shop has at most ${limit} people on its staff; remove somebody first.`);
export const deliveryMethodNotFound = (): Refusal =>
  plainRefusal(
    'DELIVERY_METHOD_NOT_FOUND',
    ['code'],
    'The shop has no delivery method with this code; read the list again.',
  );
export const tooManyDeliveryMethods = (limit: number): Refusal =>
  plainRefusal(
    'TOO_MANY_DELIVERY_METHODS',
    ['code'],
    `A shop has at most ${limit} delivery methods; remove one first.`,
  );
export const clientNotFound = (): Refusal =>
  plainRefusal('API_CLIENT_NOT_FOUND', ['clientId'], 'The shop has no such client; read the list again.');
export const tooManyClients = (limit: number): Refusal =>
  plainRefusal('TOO_MANY_API_CLIENTS', [], `A shop has at most ${limit} working keys; revoke one first.`);
export const scopesRequired = (): Refusal => plainRefusal('SCOPES_REQUIRED', ['scopes'], 'Choose at least one scope.');
export const scopeUnknown = (index: number, known: readonly string[]): Refusal =>
  plainRefusal(
    'SCOPE_UNKNOWN',
    ['scopes', String(index)],
    `There is no such scope for programs; use some of ${known.join(', ')}.`,
  );
export const scopeNotHeld = (index: number): Refusal =>
  plainRefusal(
    'SCOPE_NOT_HELD',
    ['scopes', String(index)],
    'You do not hold this capability yourself; ask the owner to make this key.',
  );
