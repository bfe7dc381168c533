import { createHash } from 'node:crypto';
import { registerRoutes } from '@vitrina/platform/hosting';
import { silentLogger } from '@vitrina/platform/logging';
import { defineSubgraph, type HttpRequest, type HttpResponse } from '@vitrina/platform/subgraph';
import { fastify } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PublicRoute, proxiedRoute } from '../src/http/public-routes.ts';
import { type Market, startMarket } from './fixtures/market.ts';

/** A webhook that signs what it saw: any change of a byte on the way changes the answer. */
const seen = ({ method, path, query, headers, body }: HttpRequest): Promise<HttpResponse> =>
  Promise.resolve({
    status: 202,
    headers: { 'content-type': 'application/json', 'x-seen': 'yes' },
    body: JSON.stringify({
      method,
      path,
      query,
      signature: headers['stripe-signature'],
      sha: createHash('sha256').update(body).digest('hex'),
    }),
  });
const webhook = { method: 'POST', path: '/webhooks/stripe' } as const;
const bytes = Buffer.from([0x7b, 0x20, 0x22, 0xc3, 0xa9, 0x22, 0x3a, 0x31, 0x20, 0x7d, 0x0a]);

const post = async (url: string) => {
  const response = await fetch(`${url}/webhooks/stripe?try=2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': 't=1,v1=abc' },
    body: bytes,
  });
  return {
    status: response.status,
    seen: response.headers.get('x-seen'),
    body: (await response.json()) as Record<string, unknown>,
  };
};
const expected = {
  status: 202,
  seen: 'yes',
  body: {
    method: 'POST',
    path: '/webhooks/stripe',
    query: { try: '2' },
    signature: 't=1,v1=abc',
    sha: createHash('sha256').update(bytes).digest('hex'),
  },
};

describe('plain HTTP routes of contexts', () => {
  let market: Market;
  afterEach(() => market.close());

  it('reach a handler in this process with the bytes that arrived', async () => {
    const route: PublicRoute = { ...webhook, handle: seen };
    market = await startMarket('embedded', { deps: { routes: [route] } });
    expect(await post(market.url)).toEqual(expected);
    expect((await fetch(`${market.url}/webhooks/other`, { method: 'POST' })).status).toBe(404);
  });

  it('reach a context in another process unchanged', async () => {
    const definition = defineSubgraph({
      name: 'payments',
      schema: new URL('./fixtures/accounts.graphql', import.meta.url),
      resolvers: {},
      config: z.object({}),
      services: () => ({}),
      routes: [{ ...webhook, handle: seen }],
    });
    const context = fastify();
    await context.register(async (scope) => registerRoutes(scope, definition, {}, silentLogger));
    const origin = await context.listen({ port: 0, host: '127.0.0.1' });
    const route = proxiedRoute(webhook, origin, 2_000);
    market = await startMarket('embedded', { deps: { routes: [route] } });
    expect(await post(market.url)).toEqual(expected);
    await context.close();
    const dead = await fetch(`${market.url}/webhooks/stripe`, { method: 'POST', body: 'x' });
    expect([dead.status, await dead.json()]).toEqual([
      503,
      { errors: [{ message: expect.stringContaining('try again'), extensions: { code: 'UNAVAILABLE' } }] },
    ]);
    await route.close();
  });
});
