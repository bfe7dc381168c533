import { SignJWT } from 'jose';
import type { SigningKeys } from './signing-keys.ts';

const issuer = 'vitrina-identity';
const audience = 'vitrina';
/** Life of an access token. */
export const accessTokenTtlSeconds = 600;

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Signs an access token (JWT, ES256): who (`sub`) in which session (`sid`). Rights are not in it; they are looked up. */
export const signAccessToken = async (
  keys: SigningKeys,
  userId: string,
  sessionId: string,
  now: Date,
): Promise<AccessToken> => {
  const { kid, key } = await keys.current();
  const issuedAt = Math.floor(now.getTime() / 1_000);
  const expiresAt = issuedAt + accessTokenTtlSeconds;
  const token = await new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(userId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(key);
  return { token, expiresAt: new Date(expiresAt * 1_000) };
};
