import type { SubgraphRequest } from '../subgraph/index.ts';

/**
 * An operation with one answer, which ends early when nobody waits for it any more. Most resolvers never ask for the signal,
 * and one for each operation costs more than much of what is done in it, so it is made when it is asked for.
 */
export class Asked implements SubgraphRequest {
  readonly query: string;
  readonly variables: Record<string, unknown> | undefined;
  readonly operationName: string | undefined;
  readonly token: string;
  readonly meta: SubgraphRequest['meta'];
  #controller: AbortController | undefined;
  #aborted = false;

  constructor({ query, variables, operationName, token, meta }: SubgraphRequest) {
    this.query = query;
    this.variables = variables;
    this.operationName = operationName;
    this.token = token;
    this.meta = meta;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  abort(): void {
    this.#aborted = true;
    this.#controller?.abort();
  }
}
