import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OperationTypeNode } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import type { SubgraphCall, SubgraphTransport } from '../src/execution/call.ts';
import { httpTransport } from '../src/execution/http-transport.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const call = (subgraph: string, signal?: AbortSignal): SubgraphCall => ({
  subgraph,
  kind: OperationTypeNode.QUERY,
  query: 'query q { x }',
  operationName: 'q',
  variables: { a: 'ё' },
  context: {
    token: () => Promise.resolve('signed'),
    meta: { requestId: 'r1', ip: '10.0.0.1', userAgent: 'test', locale: 'ru', refreshToken: 'secret' },
    cookies: [],
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    ...(signal && { signal }),
  },
});

describe('the HTTP transport', () => {
  let server: Server | undefined;
  let transport: SubgraphTransport | undefined;
  const open = async (answer: Answer, subgraph = 'orders', timeoutMs = 15_000): Promise<SubgraphTransport> => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => answer(request, response, body));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    transport = httpTransport(subgraph, {
      url,
      connections: 2,
      timeoutMs,
      maxResponseBytes: 1_000,
      socketToken: () => Promise.resolve(''),
    });
    return transport;
  };
  afterEach(async () => {
    await transport?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const echo: Answer = (request, response, body) => {
    const meta = JSON.parse(Buffer.from(String(request.headers['x-vitrina-meta']), 'base64url').toString()) as object;
    response.end(
      JSON.stringify({
        data: {
          body: JSON.parse(body),
          authorization: request.headers.authorization,
          traceparent: request.headers['traceparent'],
          meta,
        },
      }),
    );
  };

  it('sends the operation, the signed token, the trace and the facts of the request; the refresh token to identity alone', async () => {
    const toOrders = await (await open(echo)).execute(call('orders'));
    expect(toOrders.data).toEqual({
      body: { query: 'query q { x }', variables: { a: 'ё' }, operationName: 'q' },
      authorization: 'Bearer signed',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      meta: { requestId: 'r1', ip: '10.0.0.1', userAgent: 'test', locale: 'ru' },
    });
    await transport?.close();
    const toIdentity = await (await open(echo, 'identity')).execute(call('identity'));
    expect(toIdentity.data?.['meta']).toMatchObject({ refreshToken: 'secret' });
  });

  it('keeps its connections', async () => {
    const ports = new Set<number | undefined>();
    const opened = await open((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{"data":{}}');
    });
    for (let count = 0; count < 10; count += 1) await opened.execute(call('orders'));
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it.each<[string, Answer, string, number?]>([
    ['no JSON', (_request, response) => response.end('<html>'), 'without JSON'],
    [
      'JSON that is no result',
      (_request, response) => response.writeHead(502).end('{"error":"bad gateway"}'),
      'without a GraphQL result',
    ],
    ['nothing in time', () => {}, 'did not answer within 300 ms', 300],
    [
      'half an answer',
      (_request, response) => void response.writeHead(200, { 'content-length': '100' }).write('{"data":'),
      'did not answer within 300 ms',
      300,
    ],
    [
      'far too much',
      (_request, response) => response.end(`{"data":{"x":"${'y'.repeat(5_000)}"}}`),
      'more than 1000 bytes',
    ],
    ['a broken connection', (request) => request.socket.destroy(), 'orders: '],
  ])('tells apart an answer from %s', async (_what, answer, reason, timeoutMs) => {
    await expect((await open(answer, 'orders', timeoutMs)).execute(call('orders'))).rejects.toMatchObject({
      name: 'SubgraphUnreachable',
      message: expect.stringContaining(reason),
      beforeSending: false,
    });
  });

  it('knows that a refused connection carried nothing over', async () => {
    const opened = await open(echo);
    await new Promise((resolve) => server?.close(resolve));
    await expect(opened.execute(call('orders'))).rejects.toMatchObject({
      name: 'SubgraphUnreachable',
      beforeSending: true,
    });
  });

  it('lets go when the caller hangs up', async () => {
    const controller = new AbortController();
    const pending = (await open(() => {})).execute(call('orders', controller.signal));
    setTimeout(() => controller.abort(), 30);
    const started = performance.now();
    await expect(pending).rejects.toMatchObject({ name: 'SubgraphUnreachable', timedOut: false });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
