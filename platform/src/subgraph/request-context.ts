import type { Actor, Identity } from '../auth/index.ts';
import type { IdempotencyScope } from '../idempotency/index.ts';
import type { LoaderRegistry } from '../loaders/index.ts';
import type { Logger } from '../logging/index.ts';

/** Facts about the request that are not identity; the gateway passes them on. */
export interface RequestMeta {
  readonly requestId: string;
  /** Address of the caller as the gateway saw it. */
  readonly ip: string;
  readonly userAgent: string;
  /** Best language of the caller (Accept-Language), `en` when unsaid. */
  readonly locale: string;
  /** The refresh token out of its HttpOnly cookie; only identity receives it. */
  readonly refreshToken?: string | undefined;
}

/** A cookie the gateway is asked to set on its answer; always HttpOnly, SameSite=Lax, Secure outside development. */
export interface CookieEffect {
  readonly name: string;
  /** Empty deletes the cookie. */
  readonly value: string;
  readonly maxAgeSeconds: number;
}

/** What a resolver gets as its context. One per request (per event in a subscription). */
export interface RequestContext<S = unknown> {
  readonly services: S;
  readonly identity: Identity;
  readonly actor: Actor;
  readonly meta: RequestMeta;
  readonly loaders: LoaderRegistry;
  readonly log: Logger;
  /** Set while a field marked `@idempotent` runs: hand it to `idempotently`. */
  readonly idempotency: IdempotencyScope | undefined;
  /** Aborts when the caller went away. */
  readonly signal: AbortSignal;
  setCookie(cookie: CookieEffect): void;
}
