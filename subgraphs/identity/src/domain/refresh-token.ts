import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Refresh tokens of one session form a chain: `secret(n+1) = HMAC-SHA256(rotationKey, "next" · secret(n))`. Whoever
 * presents token n lets the server compute its successor again (a lost answer, a second tab), while neither the
 * database alone (it holds the key but only hashes of secrets) nor a thief with an old token (no key) can go forward.
 * A tag over the secret tells an old token of the family from a guess, so only a true replay ends a session.
 */
export interface PresentedToken {
  readonly sessionId: string;
  readonly secret: Buffer;
  readonly tag: Buffer;
}

const secretBytes = 32;
const tagBytes = 16;
const form = /^(ses_[0-9a-z]{26})\.([A-Za-z0-9_-]{64})$/;

const tagOf = (rotationKey: string, secret: Buffer): Buffer =>
  createHmac('sha256', rotationKey).update('tag').update(secret).digest().subarray(0, tagBytes);

/** A fresh key for a new family. */
export const newRotationKey = (): string => randomBytes(32).toString('base64url');

/** The secret a family starts with. */
export const firstSecret = (): Buffer => randomBytes(secretBytes);

/** The secret that follows. */
export const successorOf = (rotationKey: string, secret: Buffer): Buffer =>
  createHmac('sha256', rotationKey).update('next').update(secret).digest();

/** What is stored in place of a token: SHA-256 of its secret, hex. The secret has 256 random bits, so no salt is needed. */
export const hashSecret = (secret: Buffer): string => createHash('sha256').update(secret).digest('hex');

/** The token as clients carry it. */
export const writeToken = (sessionId: string, rotationKey: string, secret: Buffer): string =>
  `${sessionId}.${Buffer.concat([secret, tagOf(rotationKey, secret)]).toString('base64url')}`;

/** Takes a token apart; null when it does not have the form of one. */
export const readToken = (token: string): PresentedToken | null => {
  const [, sessionId, body] = form.exec(token) ?? [];
  if (!sessionId || !body) return null;
  const bytes = Buffer.from(body, 'base64url');
  return { sessionId, secret: bytes.subarray(0, secretBytes), tag: bytes.subarray(secretBytes) };
};

/** True when the token was issued by the family with that key, however long ago. */
export const isGenuine = (rotationKey: string, { secret, tag }: PresentedToken): boolean =>
  timingSafeEqual(tagOf(rotationKey, secret), tag);
