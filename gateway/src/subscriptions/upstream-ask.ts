import { type SubgraphResult, SubgraphUnreachable } from '../execution/call.ts';
import type { LinkReader } from './upstream-link.ts';

/** A subgraph that is about to stop takes no new operations over its sockets: nothing was done. */
const leavingCode = 'SUBGRAPH_LEAVING';

/** One operation with one answer over the socket to a subgraph. */
export class UpstreamAsk implements LinkReader {
  readonly answer: Promise<SubgraphResult>;
  readonly #subgraph: string;
  readonly #onLeaving: () => void;
  #resolve: (result: SubgraphResult) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  /** `onLeaving` runs when the subgraph says that it takes no more. */
  constructor(subgraph: string, onLeaving: () => void) {
    this.#subgraph = subgraph;
    this.#onLeaving = onLeaving;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  next(result: SubgraphResult): void {
    this.#resolve(result);
  }

  end(last?: SubgraphResult): void {
    if (last?.errors?.some(({ extensions }) => extensions?.['code'] === leavingCode)) {
      this.#onLeaving();
      this.#reject(new SubgraphUnreachable(this.#subgraph, 'it is about to stop', { beforeSending: true }));
    } else if (last) this.#resolve(last);
    // After an answer nothing more is to be said; without one there is no telling what was done.
    else this.#reject(new SubgraphUnreachable(this.#subgraph, 'ended an operation without an answer'));
  }

  lost(): void {
    this.#reject(new SubgraphUnreachable(this.#subgraph, 'its socket was lost'));
  }
}
