import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const audience = 'vitrina-uploads';
const claims = z.object({
  sub: z.string(),
  key: z.string(),
  max: z.number().int().positive(),
  exp: z.number(),
});

/** What a token lets its holder send: one file, of at most that many bytes, until then. */
export interface UploadGrant {
  readonly uploadId: string;
  /** Where in the private bucket the bytes will lie. */
  readonly key: string;
  readonly maxBytes: number;
  readonly expiresAt: Date;
}

/**
 * Signs a grant (JWT, HS256). The gateway checks it without asking the context that gave it: both know the key, which
 * outlives restarts so that an upload does too.
 */
export const signUploadToken = async (secret: Buffer, grant: UploadGrant, issuedAt: Date): Promise<string> =>
  new SignJWT({ key: grant.key, max: grant.maxBytes })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(grant.uploadId)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(grant.expiresAt)
    .sign(secret);

/** What a shown token allows; undefined when it is not ours or too late, which look the same to whoever shows it. */
export const verifyUploadToken = async (secret: Buffer, token: string, now: Date): Promise<UploadGrant | undefined> => {
  const verified = await jwtVerify(token, secret, { audience, algorithms: ['HS256'], currentDate: now }).catch(
    // A token from outside that does not verify is an answer, not a failure.
    () => undefined,
  );
  const parsed = claims.safeParse(verified?.payload);
  if (!parsed.success) return undefined;
  const { sub, key, max, exp } = parsed.data;
  return { uploadId: sub, key, maxBytes: max, expiresAt: new Date(exp * 1_000) };
};
