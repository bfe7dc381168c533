import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { InternalCaller } from '@vitrina/platform/internal';
import DataLoader from 'dataloader';
import { parse } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { LRUCache } from 'lru-cache';

/** What a session may do right now. */
export interface SessionState {
  readonly active: boolean;
  readonly userId: string;
  readonly scopes: readonly string[];
  /** Capabilities by shop id. */
  readonly shops: Readonly<Record<string, readonly string[]>>;
}

/** An API key's owner. */
export interface ApiClient {
  readonly clientId: string;
  readonly shopId: string;
  readonly scopes: readonly string[];
}

/** Who knows sessions and API keys. */
export interface SessionAuthority {
  /** Public keys that access tokens are signed with. */
  jwks(): Promise<JSONWebKeySet>;
  /** State of a session at most a second old; null when there is none. */
  session(sessionId: string): Promise<SessionState | null>;
  /** Owner of the API key with that SHA-256 (hex); null when there is none. */
  apiClient(keyHash: string): Promise<ApiClient | null>;
}

interface SessionStateRow {
  readonly sessionId: string;
  readonly active: boolean;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly shops: readonly { readonly shopId: string; readonly capabilities: readonly string[] }[];
}

const sessionStates = parse(`
  query GatewaySessionStates($ids: [ID!]!) {
    sessionStates(ids: $ids) { sessionId active userId scopes shops { shopId capabilities } }
  }
`) as TypedDocumentNode<{ sessionStates: readonly SessionStateRow[] }, { ids: readonly string[] }>;

const apiClientByKey = parse(`
  query GatewayApiClient($hash: String!) {
    apiClientByKeyHash(hash: $hash) { clientId shopId scopes }
  }
`) as TypedDocumentNode<{ apiClientByKeyHash: ApiClient | null }, { hash: string }>;

const toState = (row: SessionStateRow): SessionState => ({
  active: row.active,
  userId: row.userId,
  scopes: row.scopes,
  shops: Object.fromEntries(row.shops.map(({ shopId, capabilities }) => [shopId, capabilities])),
});

/** How long an answer may be reused; revocation has to be seen everywhere within a second. */
const freshForMs = 900;
const maxRemembered = 50_000;
const maxBatchSize = 500;

/**
 * Asks identity for sessions and seller for API keys, by their internal operations. Requests that arrive together share
 * one call; an answer is reused for less than a second, the longest a revoked session may still be let in.
 */
export const createSessionAuthority = (
  internal: InternalCaller,
  fetchJwks: () => Promise<JSONWebKeySet>,
): SessionAuthority => {
  const sessions = new LRUCache<string, Promise<SessionState | null>>({ max: maxRemembered, ttl: freshForMs });
  const clients = new LRUCache<string, Promise<ApiClient | null>>({ max: maxRemembered, ttl: freshForMs });
  const loader = new DataLoader<string, SessionState | null>(
    async (ids) => {
      const { sessionStates: rows } = await internal.call('identity', sessionStates, { ids });
      const byId = new Map(rows.map((row) => [row.sessionId, toState(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache: false, maxBatchSize },
  );

  const remembered = <V extends object>(
    cache: LRUCache<string, Promise<V | null>>,
    key: string,
    load: () => Promise<V | null>,
  ): Promise<V | null> => {
    const known = cache.get(key);
    if (known) return known;
    const pending = load();
    cache.set(key, pending);
    // A failure is nobody's state: the next request asks again.
    pending.catch(() => cache.delete(key));
    return pending;
  };

  return {
    jwks: fetchJwks,
    session: (sessionId) => remembered(sessions, sessionId, () => loader.load(sessionId)),
    apiClient: (keyHash) =>
      remembered(
        clients,
        keyHash,
        async () => (await internal.call('seller', apiClientByKey, { hash: keyHash })).apiClientByKeyHash,
      ),
  };
};
