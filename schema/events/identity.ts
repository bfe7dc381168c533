import { z } from 'zod';
import { defineEvent } from './contract.ts';

/** A person signed up. */
export const userRegistered = defineEvent({
  name: 'user.registered',
  version: 1,
  owner: 'identity',
  payload: z.object({ userId: z.string(), displayName: z.string(), locale: z.string() }),
});

/** A person asked for (or needs) an e-mail that proves an address. The secret link is minted when the mail is sent. */
export const emailVerificationRequested = defineEvent({
  name: 'user.email-verification-requested',
  version: 1,
  owner: 'identity',
  payload: z.object({ userId: z.string(), requestId: z.string() }),
});

/** A person asked to reset a password. The secret link is minted when the mail is sent. */
export const passwordResetRequested = defineEvent({
  name: 'user.password-reset-requested',
  version: 1,
  owner: 'identity',
  payload: z.object({ userId: z.string(), requestId: z.string() }),
});

/** A session ended before its time: signed out, revoked from another device, or its refresh token was replayed. */
export const sessionRevoked = defineEvent({
  name: 'session.revoked',
  version: 1,
  owner: 'identity',
  payload: z.object({
    userId: z.string(),
    sessionId: z.string(),
    reason: z.enum(['signed_out', 'revoked', 'token_reuse', 'password_reset']),
  }),
});
