import { demoPassword } from '../../../local/src/seed/push/index.ts';
import { BenchFailed } from '../bench.ts';

/** Speaks to a gateway as a storefront does. */
export interface Client {
  /** Sends a document that has to succeed and gives its data. */
  ask<T>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
}

export interface Caller {
  readonly accessToken?: string;
  readonly cartSecret?: string;
}

/** Makes a client; an answer with errors is thrown with the document. */
export const clientOf = (gateway: string, { accessToken, cartSecret }: Caller = {}): Client => {
  const headers = {
    'content-type': 'application/json',
    ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    ...(cartSecret && { 'x-vitrina-cart': cartSecret }),
  };
  return {
    ask: async <T>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const response = await fetch(`${gateway}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data?: T; errors?: unknown };
      if (errors || !data) throw new BenchFailed(`${JSON.stringify(errors)}\n${query}\n${JSON.stringify(variables)}`);
      return data;
    },
  };
};

/** Signs a demo account in and gives its access token, good for ten minutes. */
export const signInAs = async (gateway: string, email: string): Promise<string> => {
  const { signIn } = await clientOf(gateway).ask<{ signIn: { authentication: { accessToken: string } | null } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { authentication { accessToken } } }',
    { input: { email, password: demoPassword, transport: 'BODY' } },
  );
  if (!signIn.authentication) throw new BenchFailed(`${email} cannot sign in.`);
  return signIn.authentication.accessToken;
};
