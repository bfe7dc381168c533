import { plainRefusal, type Refusal } from '@vitrina/platform/result';

/** Too many tries; carries how long to wait. */
export interface TooManyAttempts extends Refusal {
  readonly __typename: 'TooManyAttempts';
  readonly retryAfterSeconds: number;
}

const inWords = (seconds: number): string => {
  if (seconds < 90) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

export const tooManyAttempts = (retryAfterSeconds: number): TooManyAttempts => ({
  __typename: 'TooManyAttempts',
  code: 'TOO_MANY_ATTEMPTS',
  field: [],
  message: `Too many tries; wait ${inWords(retryAfterSeconds)} and try again.`,
  retryAfterSeconds,
});

/** One answer for an unknown address and a wrong password. */
export const invalidCredentials = (): Refusal =>
  plainRefusal(
    'INVALID_CREDENTIALS',
    [],
    'E-mail address or password is wrong; check both, or ask for a link to set a new password.',
  );

export const invalidEmail = (): Refusal =>
  plainRefusal('EMAIL_NOT_VALID', ['email'], 'This is not an e-mail address; write it like anna@example.com.');

export const emailTaken = (): Refusal =>
  plainRefusal(
    'EMAIL_TAKEN',
    ['email'],
    'There is an account with this address; sign in, or ask for a link to set a new password.',
  );

export const refreshRefused = (): Refusal =>
  plainRefusal('REFRESH_TOKEN_NOT_VALID', ['refreshToken'], 'This session is over; sign in again.');

export const linkNotValid = (): Refusal =>
  plainRefusal(
    'LINK_NOT_VALID',
    ['token'],
    'This link has been used, has expired or was replaced by a newer one; ask for a new one.',
  );

export const wrongCurrentPassword = (): Refusal =>
  plainRefusal('CURRENT_PASSWORD_WRONG', ['currentPassword'], 'This is not your password; type it again.');

export const alreadyVerified = (): Refusal =>
  plainRefusal('EMAIL_ALREADY_VERIFIED', [], 'Your address is proved already; there is nothing to do.');

export const userNotFound = (): Refusal =>
  plainRefusal('USER_NOT_FOUND', ['userId'], 'There is no such person; check the id.');

export const sessionNotFound = (): Refusal =>
  plainRefusal('SESSION_NOT_FOUND', ['sessionId'], 'There is no such session of yours; read the list again.');

export const addressNotFound = (): Refusal =>
  plainRefusal('ADDRESS_NOT_FOUND', ['addressId'], 'There is no such address in your book; read the list again.');

export const tooManyAddresses = (limit: number): Refusal =>
  plainRefusal('TOO_MANY_ADDRESSES', [], `The address book holds ${limit} addresses; remove one first.`);

export const lastAdmin = (): Refusal =>
  plainRefusal('LAST_ADMIN', ['userId'], 'This is the only admin; make somebody else an admin first.');
