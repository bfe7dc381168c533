import { setTimeout as pause } from 'node:timers/promises';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A guest of the market that does not give up: what a kill took is asked for again until it is answered. */
export interface Guest {
  /** Runs a document until it succeeds. */
  ask<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** The secret of the guest's cart, from `createCart`. */
  readonly secret: { value: string | undefined };
}

export interface GuestOptions {
  readonly url: string;
  /** Ends the patience of every guest. */
  readonly signal: AbortSignal;
  /** Hears of each answer that was none: a lost connection or the code of an error. */
  readonly onTrouble: (code: string) => void;
}

/** Codes that another try cannot help; they are defects of the test or of the market. */
const final = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'IDEMPOTENCY_KEY_REUSED',
  'NOT_FOUND',
  'FORBIDDEN',
]);

const requestMs = 15_000;
const retryMs = 150;

/** Makes a guest. Each request has its own patience, because a killed market may leave a connection silent. */
export const createGuest = ({ url, signal, onTrouble }: GuestOptions): Guest => {
  const secret: Guest['secret'] = { value: undefined };
  const send = async (body: string): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret.value && { 'x-vitrina-cart': secret.value }) },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
    });
    return (await response.json()) as Answer;
  };
  return {
    secret,
    ask: async <T>(query: string, variables: Record<string, unknown> = {}) => {
      const body = JSON.stringify({ query, variables });
      for (;;) {
        const answer = await send(body).catch((error: Error): Answer => {
          if (signal.aborted) throw error;
          return { errors: [{ message: error.message, extensions: { code: 'CONNECTION_LOST' } }] };
        });
        const [error] = answer.errors ?? [];
        if (!error) return answer.data as T;
        const code = error.extensions?.code ?? 'UNNAMED';
        if (final.has(code)) throw new Error(`${code}: ${error.message}\n${query}\n${body}`);
        onTrouble(code);
        await pause(retryMs, undefined, { signal });
      }
    },
  };
};
