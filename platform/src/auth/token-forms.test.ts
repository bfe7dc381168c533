import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  anonymous,
  createTokenSigner,
  createTokenVerifier,
  gatewayIssuer,
  generateSigningKey,
  type Identity,
} from './index.ts';

const keys = {
  gateway: await generateSigningKey(gatewayIssuer),
  orders: await generateSigningKey('service:orders'),
};
const verifier = () => createTokenVerifier({ keys: [keys.gateway.publicJwk, keys.orders.publicJwk] });
const now = () => Math.floor(Date.now() / 1_000);

interface Forgery {
  readonly key?: JWK;
  readonly kid?: string;
  readonly issuer?: string;
  readonly act?: unknown;
  readonly issuedAt?: number | null;
  readonly expiresAt?: number | null;
}

/** A token that is right but for what is named. */
const tokenWith = async (changes: Forgery): Promise<string> => {
  const { key = keys.gateway.privateJwk, kid = gatewayIssuer, issuer = gatewayIssuer } = changes;
  const { act = anonymous, issuedAt = now(), expiresAt = now() + 60 } = changes;
  const token = new SignJWT({ act } as JWTPayload)
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(issuer)
    .setAudience('vitrina-subgraphs');
  if (issuedAt !== null) token.setIssuedAt(issuedAt);
  if (expiresAt !== null) token.setExpirationTime(expiresAt);
  return token.sign(await importJWK(key, 'ES256'));
};
const outcomeOf = async (token: string): Promise<unknown> =>
  verifier()
    .verify(token)
    .catch((error: { code?: string }) => error.code);

const person: Identity = { actor: { kind: 'user', userId: 'u', sessionId: 's', scopes: [], shops: {} } };
const speaks = (name: string): Identity => ({ actor: { kind: 'service', name } });

describe('a signed identity', () => {
  it('is taken when everything about it is right', async () => {
    expect(await outcomeOf(await tokenWith({}))).toEqual(anonymous);
    expect(await outcomeOf(await tokenWith({ act: { ...anonymous, cartKey: 'abc' } }))).toEqual({
      ...anonymous,
      cartKey: 'abc',
    });
  });

  it.each<[string, Forgery]>([
    ['that nobody is named in', { act: undefined as never, issuer: gatewayIssuer, expiresAt: null }],
    ['of an actor nobody knows', { act: { actor: { kind: 'root' } } }],
    ['of a person without an id', { act: { actor: { kind: 'user', sessionId: 's', scopes: [], shops: {} } } }],
    ['with grants that are no lists', { act: { actor: { ...person.actor, shops: { shp_1: 'admin' } } } }],
    ['that never ends', { expiresAt: null }],
    ['that does not say when it was made', { issuedAt: null }],
    ['that is made in the future', { issuedAt: now() + 3_600, expiresAt: now() + 7_200 }],
    ['that is over', { issuedAt: now() - 50, expiresAt: now() - 1 }],
    ['of an issuer other than its key’s', { key: keys.orders.privateJwk, kid: 'service:orders' }],
    ['under a key nobody has', { kid: 'service:payments', issuer: 'service:payments' }],
  ])('%s is refused', async (_what, changes) => {
    expect(await outcomeOf(await tokenWith(changes))).toBe('UNAUTHENTICATED');
  });

  it('is refused when nobody signed it, whatever its header says', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = part({
      act: person,
      iss: gatewayIssuer,
      aud: 'vitrina-subgraphs',
      iat: now(),
      exp: now() + 60,
    });
    expect(await outcomeOf(`${part({ alg: 'none', kid: gatewayIssuer })}.${claims}.`)).toBe('UNAUTHENTICATED');
    const [, , signature] = (await tokenWith({})).split('.');
    expect(await outcomeOf(`${part({ alg: 'ES256', kid: gatewayIssuer })}.${claims}.${signature}`)).toBe(
      'UNAUTHENTICATED',
    );
  });

  it.each<[string, 'gateway' | 'orders', string, Identity, boolean]>([
    ['a person by the gateway', 'gateway', gatewayIssuer, person, true],
    ['a guest by the gateway', 'gateway', gatewayIssuer, anonymous, true],
    ['the gateway by itself', 'gateway', gatewayIssuer, speaks('gateway'), true],
    ['a context by the gateway', 'gateway', gatewayIssuer, speaks('orders'), false],
    ['a context by itself', 'orders', 'service:orders', speaks('orders'), true],
    ['another context', 'orders', 'service:orders', speaks('payments'), false],
    ['the gateway by a context', 'orders', 'service:orders', speaks('gateway'), false],
    ['a guest by a context', 'orders', 'service:orders', anonymous, false],
  ])('of %s', async (_what, key, issuer, act, taken) => {
    const token = await tokenWith({ key: keys[key].privateJwk, kid: issuer, issuer, act });
    expect(await outcomeOf(token)).toEqual(taken ? act : 'UNAUTHENTICATED');
  });
});

describe('who signs', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('signs an identity once while its token is young, and each other one by itself', async () => {
    const signer = await createTokenSigner(keys.gateway.privateJwk);
    const first = await signer.sign(person);
    expect(await signer.sign({ ...person })).toBe(first);
    expect(await signer.sign({ ...person, cartKey: 'abc' })).not.toBe(first);
    const { actor } = person;
    if (actor.kind !== 'user') throw new Error('a person');
    expect(await signer.sign({ actor: { ...actor, scopes: ['admin'] } })).not.toBe(first);
  });

  it('signs anew before what it remembers grows too old to be taken', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const began = performance.now();
    let passedMs = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => began + passedMs);
    const pass = (milliseconds: number): void => {
      passedMs += milliseconds;
      vi.setSystemTime(Date.now() + milliseconds);
    };
    const signer = await createTokenSigner(keys.gateway.privateJwk);
    const first = await signer.sign(person);
    pass(31_000);
    // What remembers looks at its clock once in a millisecond.
    await vi.waitFor(async () => expect(await signer.sign(person)).not.toBe(first), { interval: 2 });
    const second = await signer.sign(person);
    pass(31_000);
    expect(await outcomeOf(first)).toBe('UNAUTHENTICATED');
    expect(await outcomeOf(second)).toEqual(person);
  });

  it('needs a key that says whose it is', async () => {
    const { kid: _kid, ...nameless } = keys.gateway.privateJwk;
    await expect(createTokenSigner(nameless)).rejects.toThrow(/kid/);
  });
});
