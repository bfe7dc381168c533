import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Actor, actorKey } from '@vitrina/platform/auth';
import { networkOf } from '@vitrina/platform/rate-limit';
import type { RequestMeta } from '@vitrina/platform/subgraph';
import type { Caller, Credentials } from '../edge-auth/authenticate.ts';
import { bestLocale } from '../http/request-facts.ts';

/** `connection_init` carries what HTTP headers carry; `token` alone is accepted too. */
export const credentialsOf = (params: Readonly<Record<string, unknown>> | undefined): Credentials => {
  const text = (...names: string[]) =>
    names.map((name) => params?.[name]).find((value): value is string => typeof value === 'string');
  const token = text('token', 'accessToken');
  return {
    authorization: text('authorization', 'Authorization') ?? (token && `Bearer ${token}`),
    cartSecret: text('x-vitrina-cart', 'cart'),
  };
};

/** Facts of a socket's first request; each operation adds an id of its own. */
export const metaOf = (request: IncomingMessage, trustProxy: boolean): RequestMeta => {
  const forwarded = trustProxy ? request.headers['x-forwarded-for']?.toString().split(',')[0]?.trim() : undefined;
  return {
    requestId: '',
    ip: forwarded ?? request.socket.remoteAddress ?? '',
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 256),
    locale: bestLocale(request.headers['accept-language']),
  };
};

const rightsOf = (actor: Actor): unknown =>
  actor.kind === 'user' ? [actor.sessionId, actor.scopes, actor.shops] : actor.kind === 'client' ? actor.scopes : [];

/**
 * Whose subscriptions may be shared: the same person with the same rights in the same language sees the same. Hashed,
 * because it is part of every subscription's key and an employee of many shops has long rights.
 */
export const viewerOf = ({ identity }: Caller, locale: string): string =>
  createHash('sha256')
    .update(JSON.stringify([actorKey(identity), rightsOf(identity.actor), identity.cartKey ?? '', locale]))
    .digest('base64');

/**
 * Whose sockets and subscriptions are counted together. Guests are counted by address: the secret of a cart costs them
 * nothing to make up.
 */
export const holderOf = ({ identity }: Caller, ip: string): string =>
  identity.actor.kind === 'anonymous' ? `address:${networkOf(ip)}` : actorKey(identity);
