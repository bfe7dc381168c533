import type { LandingData } from '@vitrina/landing';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { RegisteredOperation } from '../persisted/registry.ts';

/** What the graph said about a slug. */
export type LoadedLanding =
  | { readonly kind: 'found'; readonly landing: LandingData }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable' };

/** Whose request this is: rate limits count it against them. */
export interface Visitor {
  readonly ip: string;
  readonly requestId: string;
}

/** Price and stock on a page may be this old; what a visitor puts in the cart is checked again there. */
const keepMs = 5_000;
const maxKept = 1_000;

interface Answer {
  readonly data?: { readonly videoLanding: LandingData | null } | null;
  readonly errors?: readonly unknown[];
}

/**
 * Loads landing pages by the registered operation through the gateway's own front door, as an anonymous visitor: the
 * page can show nothing that this visitor could not ask for. Visitors who come together share one question. What could not
 * be answered is not kept; that there is no page is, so that guessing addresses costs the graph little.
 */
export const createLandingLoader = (app: FastifyInstance, operation: RegisteredOperation) => {
  const kept = new LRUCache<string, Promise<LoadedLanding>>({ max: maxKept, ttl: keepMs });

  const ask = async (slug: string, locale: string, visitor: Visitor): Promise<LoadedLanding> => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: visitor.ip,
      headers: { 'accept-language': locale, 'x-request-id': visitor.requestId },
      payload: {
        operationName: operation.name,
        variables: { slug },
        extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
      },
    });
    const { data, errors = [] } = response.json<Answer>();
    if (data?.videoLanding) return { kind: 'found', landing: data.videoLanding };
    return data && errors.length === 0 ? { kind: 'absent' } : { kind: 'unavailable' };
  };

  /** Titles of products come in the caller's language; the page's own becomes known with the first answer. */
  const load = async (slug: string, visitor: Visitor): Promise<LoadedLanding> => {
    const first = await ask(slug, 'en', visitor);
    if (first.kind !== 'found' || first.landing.locale.startsWith('en')) return first;
    return ask(slug, first.landing.locale, visitor);
  };

  return async (slug: string, visitor: Visitor): Promise<LoadedLanding> => {
    const known = kept.get(slug);
    if (known) return known;
    const loading = load(slug, visitor);
    kept.set(slug, loading);
    const forget = (): void => {
      if (kept.peek(slug) === loading) kept.delete(slug);
    };
    const loaded = await loading.catch((error: unknown) => {
      forget();
      throw error;
    });
    if (loaded.kind === 'unavailable') forget();
    return loaded;
  };
};
