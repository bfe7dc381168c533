import { metaFor, type SubgraphCall, type SubgraphResult } from '../execution/call.ts';
import { eventQueue } from './event-queue.ts';
import { slowConsumer, sourceLost } from './subscription-errors.ts';
import { UpstreamLink } from './upstream-link.ts';

/** The one multiplexed socket to a subgraph. */
export interface UpstreamSockets {
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<SubgraphResult>>;
  close(): Promise<void>;
}

const maxBuffered = 256;

/**
 * Opens subscriptions on a subgraph over one socket. The socket authenticates this gateway; who is asking travels with
 * each operation. It never reconnects by itself: that would replay an operation with a token that has expired, so a
 * lost socket ends its subscriptions with an error and the next one opens a new socket.
 */
export const upstreamSockets = (subgraph: string, url: string, socketToken: () => Promise<string>): UpstreamSockets => {
  let current: UpstreamLink | undefined;
  const link = (): UpstreamLink => {
    if (!current?.usable) current = new UpstreamLink(url, socketToken);
    return current;
  };
  return {
    subscribe: async ({ query, variables, operationName, context }) => {
      const extensions = { token: await context.token(), meta: metaFor(subgraph, context.meta) };
      const over = link();
      const payload = { query, variables, operationName: operationName ?? null, extensions };
      let id: string | undefined;
      let left = false;
      const onClose = (): void => {
        left = true;
        if (id !== undefined) over.complete(id);
      };
      const queue = eventQueue<SubgraphResult>({ maxBuffered, overflow: slowConsumer, onClose });
      try {
        id = await over.subscribe(payload, queue, () => queue.end(sourceLost(subgraph)));
        // Its reader may have gone while the socket was opened.
        if (left) over.complete(id);
      } catch {
        // Whatever kept the socket from opening, the source is not there: told as an event, like a loss later on.
        queue.end(sourceLost(subgraph));
      }
      return queue;
    },
    close: async () => {
      await current?.close();
    },
  };
};
