import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import type { HttpRoute } from '../subgraph/index.ts';
import { serveTicks, type Ticks } from './fixtures/serve-ticks.ts';
import { encodeMeta, httpTransport } from './index.ts';

const meta = { requestId: 'req_1', ip: '', userAgent: '', locale: 'en' };
const routes: readonly HttpRoute<object>[] = [
  {
    method: 'POST',
    path: '/hooks/echo',
    handle: async ({ body, headers, query }) => ({
      status: 202,
      headers: { 'x-signature': headers['x-signature'] ?? '' },
      body: `${query['to']} ${Buffer.from(body).toString('hex')}`,
    }),
  },
];

describe('a subgraph as a process serves it', () => {
  let server: Ticks['server'];
  let signer: Ticks['signer'];
  let well = true;

  beforeAll(async () => {
    const checks = {
      'ticks: database': () => (well ? Promise.resolve() : Promise.reject(new Error('away'))),
    };
    ({ server, signer } = await serveTicks({ routes, checks }));
  });
  afterAll(() => server.close());

  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${server.url}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const post = async (body: unknown, headers: Record<string, string> = {}) =>
    call('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await signer.sign({ actor: { kind: 'anonymous' } })}`,
        'x-vitrina-meta': encodeMeta(meta),
        ...headers,
      },
      body: JSON.stringify(body),
    });

  it('answers an operation of a caller with a token', async () => {
    const { status, text } = await post({ query: '{ who }' });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { who: 'anonymous' } }]);
  });

  it.each([
    ['no operation', { variables: {} }, {}],
    ['no facts of its request', { query: '{ who }' }, { 'x-vitrina-meta': '' }],
    [
      'facts of another form',
      { query: '{ who }' },
      { 'x-vitrina-meta': Buffer.from('{"ip":1}').toString('base64url') },
    ],
  ])('refuses a request with %s', async (_what, body, headers) => {
    expect((await post(body, headers)).status).toBe(400);
  });

  it('hands bytes to plain routes as they came, whatever their type', async () => {
    const body = new Uint8Array([0x7b, 0xff, 0x00]);
    for (const type of ['application/json', 'image/png']) {
      const headers = { 'content-type': type, 'x-signature': 'abc' };
      const answer = await call('/hooks/echo?to=me', { method: 'POST', headers, body });
      expect([answer.status, answer.headers.get('x-signature'), answer.text]).toEqual([202, 'abc', 'me 7bff00']);
    }
  });

  it('tells those who run it how it is', async () => {
    expect((await call('/health/live')).status).toBe(200);
    expect((await call('/health/ready')).status).toBe(200);
    well = false;
    const unwell = await call('/health/ready');
    expect([unwell.status, unwell.text]).toEqual([503, expect.stringContaining('ticks: database')]);
    well = true;
    const metrics = await call('/metrics');
    expect([metrics.status, metrics.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)]);
    expect(metrics.text).toContain('# TYPE vitrina_graphql_request_seconds histogram');
  });

  it('is reached by other contexts under its address, and nobody else is', async () => {
    const transport = httpTransport(new Map([['ticks', server.url]]));
    const request = {
      query: '{ who }',
      variables: {},
      token: await signer.sign({ actor: { kind: 'anonymous' } }),
      meta,
      signal: new AbortController().signal,
    };
    expect(await transport.execute('ticks', request)).toEqual({ data: { who: 'anonymous' } });
    await expect(transport.execute('tocks', request)).rejects.toThrow(AppError);
    await transport.close();
  });
});
