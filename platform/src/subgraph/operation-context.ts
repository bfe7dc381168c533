import type { Identity } from '../auth/index.ts';
import type { IdempotencyScope } from '../idempotency/index.ts';
import { createLoaders, type LoaderRegistry } from '../loaders/index.ts';
import type { Logger } from '../logging/index.ts';
import type { CookieEffect, RequestContext, RequestMeta } from './request-context.ts';
import type { SubgraphRequest } from './subgraph-request.ts';

/**
 * For requests nobody can take back. Thousands of subscriptions listen to it at once, and adding a listener walks the whole
 * list of them: since it never fires, it keeps none.
 */
const neverAborted = Object.assign(new AbortController().signal, { addEventListener: () => undefined });

/** Parts of a context that are the same however often it is asked for them. */
interface Parts {
  readonly services: unknown;
  readonly identity: Identity;
  readonly request: SubgraphRequest;
  readonly log: Logger;
  readonly cookies: CookieEffect[];
}

/**
 * The context of one operation, or of one event of a subscription. A class, and not an object with a getter: V8 gives every
 * such object a hidden class of its own, which lives in the old generation and keeps whatever the getter closes over from
 * being collected young. The signal is asked for late for the same reason, since few resolvers do.
 */
export class OperationContext implements RequestContext {
  readonly services: unknown;
  readonly identity: Identity;
  readonly actor: Identity['actor'];
  readonly meta: RequestMeta;
  readonly loaders: LoaderRegistry;
  readonly idempotency: IdempotencyScope | undefined;
  readonly setCookie: (cookie: CookieEffect) => void;
  readonly #parts: Parts;

  constructor(parts: Parts, loaders = createLoaders(parts.services), idempotency?: IdempotencyScope) {
    const { services, identity, request, cookies } = parts;
    this.services = services;
    this.identity = identity;
    this.actor = identity.actor;
    this.meta = request.meta;
    this.loaders = loaders;
    this.idempotency = idempotency;
    this.setCookie = (cookie) => void cookies.push(cookie);
    this.#parts = parts;
  }

  /** Made when somebody writes: a subscription has a context per event, and few of them ever do. */
  get log(): Logger {
    return this.#parts.log.child({ requestId: this.meta.requestId });
  }

  get signal(): AbortSignal {
    return this.#parts.request.signal ?? neverAborted;
  }

  /** The same context for a field that may be repeated. */
  repeatable(idempotency: IdempotencyScope): OperationContext {
    return new OperationContext(this.#parts, this.loaders, idempotency);
  }
}
