import { createHash } from 'node:crypto';
import type { Actor, Identity } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import { accessTokenVerifier } from './access-token.ts';
import type { SessionAuthority } from './session-authority.ts';

/** What a caller showed: an Authorization header (or the same in `connection_init`) and the secret of a guest's cart. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly cartSecret?: string | undefined;
}

/** A caller whose credentials were checked. */
export interface Caller {
  readonly identity: Identity;
  /** When the access token ends, in milliseconds since the epoch; undefined for guests and API clients. */
  readonly expiresAtMs?: number | undefined;
}

/** Turns credentials into an identity; wrong ones are refused, never silently taken for a guest's. */
export type Authenticate = (credentials: Credentials) => Promise<Caller>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const apiKeyPrefix = 'vtk_';
const cartSecretForm = /^[\x21-\x7e]{16,256}$/;

const bearerOf = (authorization: string | undefined): string | undefined => {
  if (authorization === undefined || authorization === '') return undefined;
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (token) return token;
  throw new AppError(
    'UNAUTHENTICATED',
    'The Authorization header is not understood: send "Authorization: Bearer <access token>" or no such header at all.',
  );
};

const cartKeyOf = (secret: string | undefined): string | undefined => {
  if (secret === undefined || secret === '') return undefined;
  if (cartSecretForm.test(secret)) return sha256(secret);
  throw new AppError(
    'BAD_USER_INPUT',
    'The header "x-vitrina-cart" carries the secret that createCart gave, 16 to 256 printable characters.',
    { field: ['x-vitrina-cart'] },
  );
};

/** Makes the one place at the edge where credentials are judged, for HTTP and WebSocket alike. */
export const createAuthenticate = (authority: SessionAuthority): Authenticate => {
  const tokens = accessTokenVerifier(() => authority.jwks());

  const userOf = async (token: string): Promise<{ actor: Actor; expiresAtMs: number }> => {
    const { userId, sessionId, expiresAtMs } = await tokens.verify(token);
    const session = await authority.session(sessionId);
    if (!session?.active || session.userId !== userId) {
      throw new AppError('UNAUTHENTICATED', 'This session has been ended: sign in again.');
    }
    return { actor: { kind: 'user', userId, sessionId, scopes: session.scopes, shops: session.shops }, expiresAtMs };
  };

  const clientOf = async (key: string): Promise<Actor> => {
    const client = await authority.apiClient(sha256(key));
    if (client) return { kind: 'client', clientId: client.clientId, shopId: client.shopId, scopes: client.scopes };
    throw new AppError(
      'UNAUTHENTICATED',
      'This API key is not known or has been revoked: make a new one in the shop settings.',
    );
  };

  return async ({ authorization, cartSecret }) => {
    const token = bearerOf(authorization);
    const cartKey = cartKeyOf(cartSecret);
    const cart = cartKey === undefined ? {} : { cartKey };
    if (token === undefined) return { identity: { actor: { kind: 'anonymous' }, ...cart } };
    if (token.startsWith(apiKeyPrefix)) return { identity: { actor: await clientOf(token), ...cart } };
    const { actor, expiresAtMs } = await userOf(token);
    return { identity: { actor, ...cart }, expiresAtMs };
  };
};
