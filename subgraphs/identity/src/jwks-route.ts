import type { HttpRoute } from '@vitrina/platform/subgraph';
import type { Services } from './services.ts';

/** Public keys of access tokens (RFC 7517); anybody may read them, verifiers keep them for five minutes. */
export const jwksRoute: HttpRoute<Services> = {
  method: 'GET',
  path: '/.well-known/jwks.json',
  handle: async (_request, { services }) => ({
    status: 200,
    headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' },
    body: JSON.stringify(await services.keys.publicKeys()),
  }),
};
