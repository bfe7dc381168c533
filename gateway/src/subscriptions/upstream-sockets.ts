import { metaFor, type SubgraphCall, type SubgraphResult, SubgraphUnreachable } from '../execution/call.ts';
import { Patience } from '../execution/patience.ts';
import { type EventQueue, eventQueue } from './event-queue.ts';
import { slowConsumer, sourceLost } from './subscription-errors.ts';
import { UpstreamAsk } from './upstream-ask.ts';
import { type LinkReader, UpstreamLink } from './upstream-link.ts';

/** The one multiplexed socket to a subgraph. */
export interface UpstreamSockets {
  subscribe(call: SubgraphCall): Promise<AsyncIterableIterator<SubgraphResult>>;
  /** Asks over the socket when one stands; `undefined` otherwise. Rejects with `SubgraphUnreachable`. */
  ask(call: SubgraphCall): Promise<SubgraphResult> | undefined;
  close(): Promise<void>;
}

const maxBuffered = 256;

/** One subscription over the socket. A class, because there are thousands: its methods are shared, closures are not. */
class UpstreamReader implements LinkReader {
  readonly queue: EventQueue<SubgraphResult>;
  readonly #subgraph: string;
  readonly #link: UpstreamLink;
  #id: string | undefined;
  #left = false;

  constructor(subgraph: string, link: UpstreamLink) {
    this.#subgraph = subgraph;
    this.#link = link;
    this.queue = eventQueue({ maxBuffered, overflow: slowConsumer, onClose: () => this.#leave() });
  }

  /** Whatever keeps the socket from opening, the source is not there: told as an event, like a loss later on. */
  async open(payload: object): Promise<void> {
    try {
      this.#id = await this.#link.subscribe(payload, this);
      // Its reader may have gone while the socket was opened.
      if (this.#left) this.#link.complete(this.#id);
    } catch {
      this.lost();
    }
  }

  next(result: SubgraphResult): void {
    this.queue.push(result);
  }

  end(last?: SubgraphResult): void {
    this.queue.end(last);
  }

  lost(): void {
    this.queue.end(sourceLost(this.#subgraph));
  }

  #leave(): void {
    this.#left = true;
    if (this.#id !== undefined) this.#link.complete(this.#id);
  }
}

const payloadOf = (
  { subgraph, query, variables, operationName, context }: SubgraphCall,
  token: string,
  traceparent?: string,
) => ({
  query,
  variables,
  operationName: operationName ?? null,
  extensions: { token, meta: metaFor(subgraph, context.meta), ...(traceparent && { traceparent }) },
});

/**
 * Opens subscriptions on a subgraph over one socket. The socket authenticates this gateway; who is asking travels with
 * each operation. It never reconnects by itself: that would replay an operation with a token that has expired, so a
 * lost socket ends its subscriptions with an error and the next one opens a new socket.
 */
export const upstreamSockets = (
  subgraph: string,
  url: string,
  socketToken: () => Promise<string>,
  timeoutMs = 10_000,
): UpstreamSockets => {
  const patience = new Patience(timeoutMs);
  let current: UpstreamLink | undefined;
  const link = (): UpstreamLink => {
    if (!current?.usable) current = new UpstreamLink(url, socketToken);
    return current;
  };

  const askOver = async (over: UpstreamLink, call: SubgraphCall): Promise<SubgraphResult> => {
    const payload = payloadOf(call, await call.context.token(), call.context.traceparent);
    if (!over.stands) throw new SubgraphUnreachable(subgraph, 'its socket was lost', { beforeSending: true });
    const asked = new UpstreamAsk(subgraph, () => over.retire());
    const id = over.ask(payload, asked);
    return patience.within(asked.answer, () => {
      over.complete(id);
      const reason = `did not answer within ${patience.milliseconds} ms`;
      return new SubgraphUnreachable(subgraph, reason, { timedOut: true });
    });
  };

  return {
    subscribe: async (call) => {
      const payload = payloadOf(call, await call.context.token());
      const reader = new UpstreamReader(subgraph, link());
      await reader.open(payload);
      return reader.queue;
    },
    ask: (call) => (current?.stands ? askOver(current, call) : undefined),
    close: async () => {
      await current?.close();
    },
  };
};
