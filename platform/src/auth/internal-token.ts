import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from '../errors/index.ts';
import type { Identity } from './actor.ts';

/** Issuer of tokens that carry a caller's identity. Service tokens are issued by `service:<context>`. */
export const gatewayIssuer = 'gateway';
const audience = 'vitrina-subgraphs';
/** How long a signed identity lives; a subgraph refuses anything that claims to live longer. */
const internalTokenTtlSeconds = 60;

const identitySchema = z.object({
  actor: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('anonymous') }),
    z.object({
      kind: z.literal('user'),
      userId: z.string(),
      sessionId: z.string(),
      scopes: z.array(z.string()),
      shops: z.record(z.string(), z.array(z.string())),
    }),
    z.object({ kind: z.literal('client'), clientId: z.string(), shopId: z.string(), scopes: z.array(z.string()) }),
    z.object({ kind: z.literal('service'), name: z.string() }),
  ]),
  cartKey: z.string().optional(),
});

/** Signs identities as one issuer; each process that calls subgraphs has a key of its own. */
export interface TokenSigner {
  readonly issuer: string;
  sign(identity: Identity): Promise<string>;
}

/** Verifies tokens of every known issuer; anything else is UNAUTHENTICATED. */
export interface TokenVerifier {
  verify(token: string): Promise<Identity>;
}

/** Makes a key pair for `issuer`, as JWKs whose `kid` is the issuer's name (ES256). */
export const generateSigningKey = async (issuer: string): Promise<{ privateJwk: JWK; publicJwk: JWK }> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const named = (jwk: JWK) => ({ ...jwk, kid: issuer, alg: 'ES256', use: 'sig' });
  return { privateJwk: named(await exportJWK(privateKey)), publicJwk: named(await exportJWK(publicKey)) };
};

/** Signs with a private JWK; tokens are remembered for half of their life, so hot identities are signed once. */
export const createTokenSigner = async (privateJwk: JWK): Promise<TokenSigner> => {
  const issuer = privateJwk.kid;
  if (!issuer) throw new TypeError('A signing key needs a "kid" naming its issuer.');
  const key = (await importJWK(privateJwk, 'ES256')) as CryptoKey;
  const remembered = new LRUCache<string, string>({ max: 10_000, ttl: (internalTokenTtlSeconds / 2) * 1_000 });
  return {
    issuer,
    sign: async (identity) => {
      const cacheKey = JSON.stringify(identity);
      const known = remembered.get(cacheKey);
      if (known) return known;
      const token = await new SignJWT({ act: identity })
        .setProtectedHeader({ alg: 'ES256', kid: issuer })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${internalTokenTtlSeconds}s`)
        .sign(key);
      remembered.set(cacheKey, token);
      return token;
    },
  };
};

/** The gateway's key carries people and the gateway itself; a service's key carries that service alone. */
const maySpeak = (issuer: string, { actor }: Identity): boolean => {
  if (actor.kind !== 'service') return issuer === gatewayIssuer;
  return actor.name === gatewayIssuer ? issuer === gatewayIssuer : issuer === `service:${actor.name}`;
};

/**
 * Verifies against the public JWKs of all issuers. A service can only speak for itself: a token whose key is
 * `service:orders` must carry the actor `{ kind: 'service', name: 'orders' }`, and only the gateway's key may carry a person.
 */
export const createTokenVerifier = (jwks: { keys: JWK[] }): TokenVerifier => {
  const keySet = createLocalJWKSet(jwks);
  const verified = new LRUCache<string, { identity: Identity; expiresAt: number }>({ max: 10_000 });
  const refused = (cause?: unknown) =>
    new AppError('UNAUTHENTICATED', 'Subgraphs answer the gateway and each other only; call the gateway instead.', {
      cause,
    });
  return {
    verify: async (token) => {
      const known = verified.get(token);
      if (known) {
        if (known.expiresAt > Date.now()) return known.identity;
        throw refused();
      }
      const result = await jwtVerify(token, keySet, {
        audience,
        algorithms: ['ES256'],
        maxTokenAge: internalTokenTtlSeconds,
      }).catch((cause: unknown) => {
        throw refused(cause);
      });
      const { payload, protectedHeader } = result;
      const parsed = identitySchema.safeParse(payload['act']);
      if (
        !parsed.success ||
        payload.iss === undefined ||
        payload.iss !== protectedHeader.kid ||
        payload.exp === undefined ||
        payload.iat === undefined
      )
        throw refused();
      const identity: Identity = parsed.data;
      if (!maySpeak(payload.iss, identity)) throw refused();
      verified.set(token, {
        identity,
        expiresAt: Math.min(payload.exp, payload.iat + internalTokenTtlSeconds) * 1_000,
      });
      return identity;
    },
  };
};
