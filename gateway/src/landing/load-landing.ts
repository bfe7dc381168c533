import { fillProducts, type LandingData, type ProductData, type ProductRef, productIdsOf } from '@vitrina/landing';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { RegisteredOperation } from '../persisted/registry.ts';

/** What the graph said about a slug. */
export type LoadedLanding =
  | { readonly kind: 'found'; readonly landing: LandingData }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly reason: unknown };

/** Whose request this is: rate limits count it against them. */
export interface Visitor {
  readonly ip: string;
  readonly requestId: string;
}

/** Price and stock on a page may be this old; what a visitor puts in the cart is checked again there. */
const keepMs = 5_000;
const maxKept = 1_000;

/** Products asked for at once: a page with more asks again, so that each question stays below the limit of its cost. */
const batch = 24;

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly unknown[];
}

/** The registered operations a page is loaded by. */
export interface LandingOperations {
  readonly page: RegisteredOperation;
  readonly products: RegisteredOperation;
}

/**
 * Loads landing pages by the registered operation through the gateway's own front door, as an anonymous visitor: the
 * page can show nothing that this visitor could not ask for. Visitors who come together share one question. What could not
 * be answered is not kept; that there is no page is, so that guessing addresses costs the graph little.
 */
export const createLandingLoader = (app: FastifyInstance, operations: LandingOperations) => {
  const kept = new LRUCache<string, Promise<LoadedLanding>>({ max: maxKept, ttl: keepMs });

  const ask = async <Data>(
    operation: RegisteredOperation,
    variables: object,
    locale: string,
    { ip, requestId }: Visitor,
  ): Promise<Answer<Data>> => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: ip,
      headers: { 'accept-language': locale, 'x-request-id': requestId },
      payload: {
        operationName: operation.name,
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: operation.hash } },
      },
    });
    return response.json<Answer<Data>>();
  };

  const askProducts = async (ids: readonly string[], locale: string, visitor: Visitor): Promise<ProductData[]> => {
    const batches = Array.from({ length: Math.ceil(ids.length / batch) }, (_one, index) =>
      ids.slice(index * batch, (index + 1) * batch),
    );
    const answers = await Promise.all(
      batches.map((some) =>
        ask<{ nodes: (ProductData | null)[] }>(operations.products, { ids: some }, locale, visitor),
      ),
    );
    return answers.flatMap(({ data }) => data?.nodes.filter((product) => product !== null) ?? []);
  };

  /** Products come in the language of the page, which its outline tells. */
  const load = async (slug: string, visitor: Visitor): Promise<LoadedLanding> => {
    const { data, errors = [] } = await ask<{ videoLanding: LandingData<ProductRef> | null }>(
      operations.page,
      { slug },
      'en',
      visitor,
    );
    const outline = data?.videoLanding;
    if (!outline) return data && errors.length === 0 ? { kind: 'absent' } : { kind: 'unavailable', reason: errors };
    const products = await askProducts(productIdsOf(outline), outline.locale, visitor);
    return { kind: 'found', landing: fillProducts(outline, new Map(products.map((product) => [product.id, product]))) };
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
