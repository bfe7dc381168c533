import { OperationTypeNode } from 'graphql';
import { errors, Pool } from 'undici';
import { type UpstreamSockets, upstreamSockets } from '../subscriptions/upstream-sockets.ts';
import {
  metaFor,
  type SubgraphCall,
  type SubgraphResult,
  type SubgraphTransport,
  SubgraphUnreachable,
  signalOf,
} from './call.ts';

/** Where a subgraph listens and how patient the gateway is with it. */
export interface HttpTransportOptions {
  /** Origin of the subgraph, e.g. `http://orders:4005`; GraphQL is at `/graphql` below it. */
  readonly url: string;
  /** Connections kept open. */
  readonly connections: number;
  /** Milliseconds until a sub-request counts as unanswered. */
  readonly timeoutMs: number;
  /** Answers larger than this are refused: bytes. */
  readonly maxResponseBytes: number;
  /** Authenticates this gateway to the subgraph's WebSocket. */
  readonly socketToken: () => Promise<string>;
}

const neverSent = (error: unknown): boolean => {
  const code = (error as { code?: string }).code;
  return (
    code === 'ECONNREFUSED' ||
    code === 'ENOTFOUND' ||
    code === 'EAI_AGAIN' ||
    error instanceof errors.ConnectTimeoutError
  );
};

const readBody = async (body: AsyncIterable<Buffer>, maxBytes: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new RangeError(`answered more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseResult = (subgraph: string, status: number, text: string): SubgraphResult => {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed && typeof parsed === 'object' && ('data' in parsed || 'errors' in parsed))
      return parsed as SubgraphResult;
  } catch (cause) {
    throw new SubgraphUnreachable(subgraph, `answered ${status} without JSON`, { cause });
  }
  throw new SubgraphUnreachable(subgraph, `answered ${status} without a GraphQL result`);
};

const headersOf = async ({ subgraph, context }: SubgraphCall): Promise<Record<string, string>> => ({
  'content-type': 'application/json',
  accept: 'application/json',
  authorization: `Bearer ${await context.token()}`,
  'x-vitrina-meta': Buffer.from(JSON.stringify(metaFor(subgraph, context.meta))).toString('base64url'),
  ...(context.traceparent && { traceparent: context.traceparent }),
});

/** Calls a subgraph over HTTP through one pool of kept-alive connections, straight on the pool: `fetch` costs more than half of the throughput. */
export const httpTransport = (subgraph: string, options: HttpTransportOptions): SubgraphTransport => {
  const { origin } = new URL(options.url);
  const pool = new Pool(origin, {
    connections: options.connections,
    pipelining: 1,
    connectTimeout: Math.min(options.timeoutMs, 2_000),
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
  });
  const sockets: UpstreamSockets = upstreamSockets(
    subgraph,
    `${origin.replace(/^http/, 'ws')}/graphql`,
    options.socketToken,
    options.timeoutMs,
  );

  const post = async (call: SubgraphCall): Promise<SubgraphResult> => {
    const body = JSON.stringify({ query: call.query, variables: call.variables, operationName: call.operationName });
    // Not `AbortSignal.timeout`: its timers stay for the whole time, thousands of them at once for answers long since read.
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), options.timeoutMs);
    const caller = signalOf(call);
    const signal = caller ? AbortSignal.any([caller, timeout.signal]) : timeout.signal;
    try {
      const response = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: await headersOf(call),
        body,
        signal,
      });
      return parseResult(subgraph, response.statusCode, await readBody(response.body, options.maxResponseBytes));
    } catch (cause) {
      if (cause instanceof SubgraphUnreachable) throw cause;
      const reason = timeout.signal.aborted
        ? `did not answer within ${options.timeoutMs} ms`
        : (cause as Error).message;
      throw new SubgraphUnreachable(subgraph, reason, {
        cause,
        beforeSending: neverSent(cause),
        timedOut: timeout.signal.aborted,
      });
    } finally {
      clearTimeout(timer);
    }
  };

  /**
   * A write that came over a client's socket goes on over ours while there is one: two frames instead of a request of HTTP.
   * Its answer is small. Everything else goes over the pool, whose connections spread over the subgraph's processes.
   */
  const execute = (call: SubgraphCall): Promise<SubgraphResult> => {
    const asked = call.context.overSocket && call.kind === OperationTypeNode.MUTATION ? sockets.ask(call) : undefined;
    return asked ?? post(call);
  };

  return {
    execute,
    subscribe: (call) => sockets.subscribe(call),
    ready: async () => {
      const response = await pool.request({ path: '/health/ready', method: 'GET', signal: AbortSignal.timeout(1_000) });
      await response.body.dump();
      return response.statusCode === 200;
    },
    close: async () => {
      await sockets.close();
      await pool.destroy();
    },
  };
};
