import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Clock, systemClock } from '@vitrina/platform/clock';
import { AppError } from '@vitrina/platform/errors';
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
  /**
   * States of many sessions as they are now, by id; ids of none are left out. For whoever looks at thousands again and
   * again: no promise and no cache entry per session. Rejects when identity does not answer.
   */
  sessions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionState>>;
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

/** How long an answer may stand in while its owner does not answer: a dead identity must not sign everybody out. */
const standInForMs = 60_000;
/** Patience with identity and seller: every request of a signed-in caller may have to wait for this. */
const timeoutMs = 1_500;
/** How long an answer may be reused; revocation has to be seen everywhere within a second. */
const freshForMs = 900;
const maxRemembered = 50_000;
const maxBatchSize = 500;

/** Answers by key: at most a second old, one question at a time per key, the last known one while nobody answers. */
const freshAnswers = <V extends object>(clock: Clock) => {
  const now = () => clock.now().getTime();
  const asked = new LRUCache<string, { readonly at: number; readonly answer: Promise<V | null> }>({
    max: maxRemembered,
  });
  const lastKnown = new LRUCache<string, { readonly at: number; readonly value: V | null }>({ max: maxRemembered });
  const ask = async (key: string, load: () => Promise<V | null>): Promise<V | null> => {
    try {
      const value = await load();
      lastKnown.set(key, { at: now(), value });
      return value;
    } catch (error) {
      const known = lastKnown.get(key);
      const unavailable = error instanceof AppError && error.code === 'UNAVAILABLE';
      if (unavailable && known && now() - known.at < standInForMs) return known.value;
      asked.delete(key);
      throw error;
    }
  };
  return (key: string, load: () => Promise<V | null>): Promise<V | null> => {
    const known = asked.get(key);
    if (known && now() - known.at < freshForMs) return known.answer;
    const answer = ask(key, load);
    asked.set(key, { at: now(), answer });
    return answer;
  };
};

/**
 * Asks identity for sessions and seller for API keys, by their internal operations. Requests that arrive together share
 * one call; an answer is reused for less than a second, the longest a revoked session may still be let in.
 */
export const createSessionAuthority = (
  internal: InternalCaller,
  fetchJwks: () => Promise<JSONWebKeySet>,
  clock: Clock = systemClock,
): SessionAuthority => {
  const sessions = freshAnswers<SessionState>(clock);
  const clients = freshAnswers<ApiClient>(clock);
  const loader = new DataLoader<string, SessionState | null>(
    async (ids) => {
      const { sessionStates: rows } = await internal.call('identity', sessionStates, { ids }, { timeoutMs });
      const byId = new Map(rows.map((row) => [row.sessionId, toState(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache: false, maxBatchSize },
  );

  /** One call after the other: a look at thousands of sessions must not crowd out the requests of people. */
  const askForMany = async (sessionIds: readonly string[]): Promise<ReadonlyMap<string, SessionState>> => {
    const states = new Map<string, SessionState>();
    for (let from = 0; from < sessionIds.length; from += maxBatchSize) {
      const ids = sessionIds.slice(from, from + maxBatchSize);
      const { sessionStates: rows } = await internal.call('identity', sessionStates, { ids }, { timeoutMs });
      for (const row of rows) states.set(row.sessionId, toState(row));
    }
    return states;
  };

  return {
    jwks: fetchJwks,
    sessions: askForMany,
    session: (sessionId) => sessions(sessionId, () => loader.load(sessionId)),
    apiClient: (hash) =>
      clients(hash, async () => {
        const { apiClientByKeyHash } = await internal.call('seller', apiClientByKey, { hash }, { timeoutMs });
        return apiClientByKeyHash;
      }),
  };
};
