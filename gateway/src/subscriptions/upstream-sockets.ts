import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { metaFor, type SubgraphCall, type SubgraphError, type SubgraphResult } from '../execution/call.ts';
import { eventQueue } from './event-queue.ts';
import { slowConsumer, sourceLost } from './subscription-errors.ts';

/** The one multiplexed socket to a subgraph. */
export interface UpstreamSockets {
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<SubgraphResult>>;
  close(): Promise<void>;
}

const maxBuffered = 256;

const toResult = (subgraph: string, error: unknown): SubgraphResult =>
  Array.isArray(error) ? { errors: error as SubgraphError[] } : sourceLost(subgraph);

/**
 * Opens subscriptions on a subgraph over one socket. The socket authenticates this gateway; who is asking travels with
 * each operation. It never reconnects by itself: that would replay an operation with a token that has expired, so a
 * lost socket ends its subscriptions with an error and the next one opens a new socket.
 */
export const upstreamSockets = (subgraph: string, url: string, socketToken: () => Promise<string>): UpstreamSockets => {
  const client: Client = createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: true,
    lazyCloseTimeout: 5_000,
    retryAttempts: 0,
    keepAlive: 10_000,
    connectionParams: async () => ({ token: await socketToken() }),
    onNonLazyError: () => {},
  });
  return {
    subscribe: async (call) => {
      const { query, variables, operationName, context } = call;
      const extensions = { token: await context.token(), meta: metaFor(subgraph, context.meta) };
      let dispose: () => void = () => {};
      const queue = eventQueue<SubgraphResult>({ maxBuffered, overflow: slowConsumer, onClose: () => dispose() });
      dispose = client.subscribe(
        { query, variables, operationName: operationName ?? null, extensions },
        {
          next: (result) => queue.push(result as SubgraphResult),
          error: (error) => queue.end(toResult(subgraph, error)),
          complete: () => queue.end(),
        },
      );
      return queue;
    },
    close: async () => {
      await client.dispose();
    },
  };
};
