import { createClient } from 'graphql-ws';
import { inject } from 'vitest';
import { WebSocket } from 'ws';

export interface GraphQLFailure {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors?: readonly GraphQLFailure[];
  readonly headers: Headers;
}

export interface ClientOptions {
  readonly accessToken?: string;
  readonly cartSecret?: string;
}

/** A client of the running market, as a storefront would be: HTTP and graphql-ws against the gateway. */
export const client = (options: ClientOptions = {}) => {
  const { gateway } = inject('market');
  const headers = {
    'content-type': 'application/json',
    ...(options.accessToken && { authorization: `Bearer ${options.accessToken}` }),
    ...(options.cartSecret && { 'x-vitrina-cart': options.cartSecret }),
  };
  const send = async <T>(body: object): Promise<Answer<T>> => {
    const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
    return {
      status: response.status,
      headers: response.headers,
      ...((await response.json()) as Omit<Answer<T>, 'status' | 'headers'>),
    };
  };
  return {
    send,
    /** Sends a document; errors are part of the answer. */
    try: <T = Record<string, never>>(query: string, variables: Record<string, unknown> = {}) =>
      send<T>({ query, variables }),
    /** Sends a document that has to succeed; a failure shows the document and the request id. */
    ask: async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
      const { data, errors, headers: given } = await send<T>({ query, variables });
      if (errors)
        throw new Error(
          `${JSON.stringify(errors, null, 1)}\n${query}\n${JSON.stringify(variables)}\nrequest ${given.get('x-request-id')}`,
        );
      return data;
    },
    /** Opens a subscription; `next()` gives the data of the following event. */
    subscribe: <T>(query: string, variables: Record<string, unknown> = {}) => {
      const socket = createClient({
        url: `${gateway.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: {
          ...(options.accessToken && { accessToken: options.accessToken }),
          ...(options.cartSecret && { cart: options.cartSecret }),
        },
      });
      const events = socket.iterate<T>({ query, variables });
      return {
        next: async (): Promise<T> => {
          const { done, value } = await events.next();
          if (done) throw new Error('The subscription ended.');
          if (value.errors) throw new Error(JSON.stringify(value.errors));
          return value.data as T;
        },
        close: async () => {
          await events.return?.();
          await socket.dispose();
        },
      };
    },
  };
};

export type Client = ReturnType<typeof client>;

const password = 'vitrina demo 2026';

/** Signs a demo account in. */
export const signIn = async (email: string): Promise<Client & { readonly accessToken: string }> => {
  const { signIn: payload } = await client().ask<{ signIn: { authentication: { accessToken: string } } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { authentication { accessToken } userErrors { message } } }',
    { input: { email, password, transport: 'BODY' } },
  );
  const { accessToken } = payload.authentication;
  return { ...client({ accessToken }), accessToken };
};

/** Asks until the answer satisfies, because events take a moment; the last answer is shown when it never does. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  satisfied: (answer: T) => boolean,
  withinMs = 40_000,
): Promise<T> => {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (satisfied(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Not within ${withinMs} ms; the last answer was ${JSON.stringify(answer)?.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
