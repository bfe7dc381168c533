import type { Params } from './params.ts';
import type { Work } from './work.ts';

/** Runs one endpoint. `ids` are the path's variable parts in order. */
export type Handler = (work: Work, params: Params, ...ids: string[]) => object;

/** Method, pattern (`/v1/charges/:id`) and handler. */
export type Route = readonly [method: 'GET' | 'POST' | 'DELETE', pattern: string, handler: Handler];

/** The endpoint a request is for. */
export interface Match {
  /** The pattern, which names the endpoint for idempotency keys. */
  pattern: string;
  handler: Handler;
  ids: string[];
}

interface Node {
  fixed: Map<string, Node>;
  variable?: Node;
  routes: Map<string, { pattern: string; handler: Handler }>;
}

function newNode(): Node {
  return { fixed: new Map(), routes: new Map() };
}

/** A tree of path segments: one step per segment however many endpoints there are. */
export class Router {
  readonly #root = newNode();

  constructor(routes: readonly Route[]) {
    for (const [method, pattern, handler] of routes) {
      let node = this.#root;
      for (const segment of pattern.split('/').slice(1)) {
        const isVariable = segment.startsWith(':');
        let next = isVariable ? node.variable : node.fixed.get(segment);
        if (!next) {
          next = newNode();
          if (isVariable) node.variable = next;
          else node.fixed.set(segment, next);
        }
        node = next;
      }
      if (node.routes.has(method)) throw new Error(`${method} ${pattern} is routed twice`);
      node.routes.set(method, { pattern, handler });
    }
  }

  match(method: string, path: string): Match | undefined {
    let node = this.#root;
    const ids: string[] = [];
    for (const segment of path.split('/').slice(1)) {
      const fixed = node.fixed.get(segment);
      if (!fixed) ids.push(segment);
      const next = fixed ?? node.variable;
      if (!next) return undefined;
      node = next;
    }
    const found = node.routes.get(method);
    // Ids are letters, digits and underscores; an address with anything else names nothing of ours.
    if (!found || ids.some((id) => !/^\w+$/.test(id))) return undefined;
    return { ...found, ids };
  }
}
