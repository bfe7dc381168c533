import { AppError } from '@vitrina/platform/errors';
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';

/** What an access token proves. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Verifies access tokens; everything wrong with one is UNAUTHENTICATED with the remedy. */
export interface AccessTokenVerifier {
  verify(token: string): Promise<AccessClaims>;
}

const issuer = 'vitrina-identity';
const audience = 'vitrina';
const maxRemembered = 20_000;
const jwksFreshForMs = 5 * 60_000;
const jwksRetryAfterMs = 5_000;

const expired = () =>
  new AppError(
    'UNAUTHENTICATED',
    'The access token has expired: get a new one with refreshSession and send it as "Authorization: Bearer <access token>".',
  );
const invalid = (cause?: unknown) =>
  new AppError(
    'UNAUTHENTICATED',
    'The access token is not valid here: sign in again, or send no Authorization header to continue as a guest.',
    { cause },
  );

type KeySet = ReturnType<typeof createLocalJWKSet>;

/** Keeps the key set; an unknown key id makes it fetch again, but not more often than every few seconds. */
const keySource = (fetchJwks: () => Promise<JSONWebKeySet>) => {
  let current: { readonly keys: KeySet; readonly fetchedAt: number } | undefined;
  let pending: Promise<KeySet> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  const fetch = async (): Promise<KeySet> => {
    try {
      const keys = createLocalJWKSet(await fetchJwks());
      current = { keys, fetchedAt: Date.now() };
      return keys;
    } catch (cause) {
      // Keys change rarely: the ones we have stay good while identity is not there, and not every token waits for it.
      failedAt = Date.now();
      if (current) return current.keys;
      throw new AppError('UNAVAILABLE', 'Sign-ins cannot be checked at the moment; try again in a moment.', {
        cause,
        retryAfterSeconds: 1,
      });
    } finally {
      pending = undefined;
    }
  };
  return async (maxAgeMs: number): Promise<KeySet> => {
    const now = Date.now();
    if (current && (now - current.fetchedAt < maxAgeMs || now - failedAt < jwksRetryAfterMs)) return current.keys;
    pending ??= fetch();
    return pending;
  };
};

/** Makes a verifier over a JWKS. Signature checks cost 150–360 µs, so tokens are remembered until they expire. */
export const accessTokenVerifier = (fetchJwks: () => Promise<JSONWebKeySet>): AccessTokenVerifier => {
  const remembered = new LRUCache<string, AccessClaims>({ max: maxRemembered });
  const keys = keySource(fetchJwks);
  const check = async (token: string, maxKeyAgeMs: number) =>
    jwtVerify(token, await keys(maxKeyAgeMs), {
      issuer,
      audience,
      algorithms: ['ES256', 'EdDSA'],
      requiredClaims: ['sub', 'sid', 'exp'],
    });

  const verify = async (token: string): Promise<AccessClaims> => {
    const { payload } = await check(token, jwksFreshForMs).catch((error: unknown) => {
      if (error instanceof errors.JWKSNoMatchingKey) return check(token, jwksRetryAfterMs);
      throw error;
    });
    const sessionId = payload['sid'];
    if (typeof payload.sub !== 'string' || typeof sessionId !== 'string' || payload.exp === undefined) throw invalid();
    return { userId: payload.sub, sessionId, expiresAtMs: payload.exp * 1_000 };
  };

  return {
    verify: async (token) => {
      const known = remembered.get(token);
      if (known) {
        if (known.expiresAtMs > Date.now()) return known;
        throw expired();
      }
      try {
        const claims = await verify(token);
        remembered.set(token, claims);
        return claims;
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw expired();
        if (error instanceof errors.JOSEError) throw invalid(error);
        throw error;
      }
    },
  };
};
