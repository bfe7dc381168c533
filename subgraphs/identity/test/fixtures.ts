import {
  createTokenSigner,
  createTokenVerifier,
  gatewayIssuer,
  generateSigningKey,
  type Identity,
} from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { silentLogger } from '@vitrina/platform/logging';
import { createHost } from '@vitrina/platform/subgraph';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { decodeJwt } from 'jose';
import type { Services } from '../src/services.ts';
import { identity } from '../src/subgraph.ts';

export const goodPassword = 'correct horse battery';

export type IdentityTest = TestContext<Services>;

export const identityTest = (env: Record<string, string> = {}): Promise<IdentityTest> =>
  testContext<Services>(identity, { env });

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly user: { readonly id: string; readonly email: string | null };
}

/** What an authentication mutation gave. */
export interface Outcome {
  readonly authentication: Tokens | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: string;
    readonly retryAfterSeconds?: number;
  }[];
}

const selection = `{
  authentication { accessToken refreshToken user { id email } }
  userErrors { code field message ... on TooManyAttempts { retryAfterSeconds } }
}`;

interface Asking {
  readonly ip?: string;
  readonly userAgent?: string;
  /** Refresh token as the cookie would bring it. */
  readonly refreshToken?: string;
}

const mutate = async (
  context: IdentityTest,
  field: string,
  type: string,
  input: Record<string, unknown>,
  meta: Asking,
): Promise<Outcome> => {
  const answer = await context.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) ${selection} }`,
    { input },
    { meta },
  );
  const outcome = answer.data?.[field];
  if (!outcome) throw new Error(`${field} failed: ${JSON.stringify(answer.errors)}`);
  return outcome;
};

export const signUp = (context: IdentityTest, email: string, meta: Asking = {}): Promise<Outcome> =>
  mutate(
    context,
    'signUp',
    'SignUpInput',
    { email, password: goodPassword, displayName: 'Anna', transport: 'BODY' },
    meta,
  );

export const signIn = (
  context: IdentityTest,
  email: string,
  password = goodPassword,
  meta: Asking = {},
): Promise<Outcome> => mutate(context, 'signIn', 'SignInInput', { email, password, transport: 'BODY' }, meta);

export const refresh = (context: IdentityTest, refreshToken: string, meta: Asking = {}): Promise<Outcome> =>
  mutate(context, 'refreshSession', 'RefreshSessionInput', { refreshToken, transport: 'BODY' }, meta);

export const codesOf = ({ userErrors }: { readonly userErrors: readonly { readonly code: string }[] }): string[] =>
  userErrors.map((error) => error.code);

export interface SignedIn {
  readonly userId: string;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly as: Identity;
}

/** The session an outcome opened, and the identity the gateway would make of its access token. */
export const sessionOf = ({ authentication }: Outcome): SignedIn => {
  if (!authentication?.refreshToken) throw new Error('Nobody was signed in.');
  const { accessToken, refreshToken, user } = authentication;
  const sessionId = String(decodeJwt(accessToken)['sid']);
  const as = asUser(user.id);
  return {
    userId: user.id,
    sessionId,
    accessToken,
    refreshToken,
    as: { actor: { ...as.actor, sessionId } as Identity['actor'] },
  };
};

/** Signs somebody new up. */
export const newPerson = async (context: IdentityTest, email: string, meta: Asking = {}): Promise<SignedIn> =>
  sessionOf(await signUp(context, email, meta));

/** A session's state as the gateway sees it. */
export interface SeenState {
  readonly sessionId: string;
  readonly active: boolean;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly shops: readonly { readonly shopId: string; readonly capabilities: readonly string[] }[];
}

const statesQuery =
  'query ($ids: [ID!]!) { sessionStates(ids: $ids) { sessionId active userId scopes shops { shopId capabilities } } }';

/** Asks as the gateway's own service does, which the harness gives no identity for. */
export const sessionStates = async (context: IdentityTest, ids: readonly string[]): Promise<readonly SeenState[]> => {
  const { privateJwk, publicJwk } = await generateSigningKey(gatewayIssuer);
  const host = await createHost({
    definition: identity,
    services: context.services,
    verifier: createTokenVerifier({ keys: [publicJwk] }),
    log: silentLogger,
  });
  const token = await (await createTokenSigner(privateJwk)).sign({ actor: { kind: 'service', name: 'gateway' } });
  const meta = { requestId: newId('req'), ip: '', userAgent: 'gateway', locale: 'en' };
  const answer = await host.execute({ query: statesQuery, variables: { ids }, token, meta });
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return JSON.parse(JSON.stringify(answer.data['sessionStates'])) as SeenState[];
};
