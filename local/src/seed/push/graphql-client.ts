import { setTimeout as pause } from 'node:timers/promises';

interface UserError {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
}

/** A mutation was refused; the seed does not go on over a refusal it did not expect. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
  }[];
}

/** Speaks to the supergraph as any client does: HTTP, a Bearer token, nothing else. */
export interface SeedClient {
  /** Runs a document and gives back its data; a GraphQL error is thrown, a rate limit waited out. */
  ask<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** The same for somebody signed in. */
  as(accessToken: string): SeedClient;
}

const maxTries = 8;

/** Makes the client of one gateway. */
export const seedClient = (origin: string, accessToken?: string): SeedClient => ({
  as: (token) => seedClient(origin, token),
  ask: async <T>(document: string, variables: Record<string, unknown> = {}) => {
    for (let tried = 1; ; tried += 1) {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(accessToken && { authorization: `Bearer ${accessToken}` }) },
        body: JSON.stringify({ query: document, variables }),
      });
      const answer = (await response.json()) as Answer;
      const [error] = answer.errors ?? [];
      if (!error) return answer.data as T;
      const { code, retryAfterSeconds } = error.extensions ?? {};
      const passing = code === 'RATE_LIMITED' || code === 'UNAVAILABLE';
      if (!passing || tried === maxTries) throw new SeedRefused(`${error.message}\n${document.slice(0, 200)}`);
      await pause((retryAfterSeconds ?? tried) * 1_000);
    }
  },
});

/** Passes when nothing was refused, or only for one of the reasons named. */
export const assertAccepted = (
  userErrors: readonly UserError[],
  what: string,
  ...tolerated: readonly string[]
): void => {
  const refused = userErrors.filter(({ code }) => !tolerated.includes(code));
  if (refused.length > 0) {
    throw new SeedRefused(
      `${what}: ${refused.map(({ code, field, message }) => `${code} ${field.join('.')} ${message}`).join('; ')}`,
    );
  }
};

/** Fields every payload is asked for. */
export const userErrorFields = 'userErrors { code field message }';
export type { UserError };
