import type { RequestMeta } from './request-context.ts';

/** One operation for a subgraph, however it travelled. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
  /** Signed internal token; a subgraph answers nothing without one. */
  readonly token: string;
  readonly meta: RequestMeta;
  /** Read when somebody asks for it, so that it may be made late. */
  readonly signal?: AbortSignal | undefined;
}
