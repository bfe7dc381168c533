import { asService } from '@vitrina/platform/testing';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  codesOf,
  goodPassword,
  type IdentityTest,
  identityTest,
  newPerson,
  sessionOf,
  sessionStates,
  signIn,
  signUp,
} from './fixtures.ts';

describe('signing up and in', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest();
  });
  afterAll(() => context.close());
  beforeEach(() => vi.restoreAllMocks());

  it('opens an account, signs it in and publishes both facts', async () => {
    const person = await newPerson(context, ' Anna@Example.COM ');
    const viewer = await context.ask(
      '{ viewer { id email emailVerified displayName locale roles memberships { role } sessions { id name current } } }',
      {},
      { as: person.as },
    );
    expect(viewer).toEqual({
      data: {
        viewer: {
          id: person.userId,
          email: 'anna@example.com',
          emailVerified: false,
          displayName: 'Anna',
          locale: 'en',
          roles: [],
          memberships: [],
          sessions: [{ id: person.sessionId, name: 'Unknown device', current: true }],
        },
      },
    });
    const names = (await context.published()).map((event) => event.name);
    expect(names).toEqual(['user.registered', 'user.email-verification-requested']);
  });

  it('keeps passwords as argon2id at OWASP’s minimum, salted apart, and never as they were typed', async () => {
    await newPerson(context, 'salt1@example.com');
    await newPerson(context, 'salt2@example.com');
    const rows = await context.database.sql<{ hash: string; row: string }[]>`
      select password_hash as hash, user_account::text as row from user_account where email like 'salt%'`;
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
    for (const { hash, row } of rows) {
      const [, variant, , costs] = hash.split('$');
      const [memory, passes] = (costs ?? '').match(/\d+/g)?.map(Number) ?? [];
      expect([variant, (memory ?? 0) >= 19_456, (passes ?? 0) >= 2]).toEqual(['argon2id', true, true]);
      expect(row).not.toContain(goodPassword);
    }
  });

  it('signs access tokens that the published keys verify', async () => {
    const { accessToken, userId, sessionId } = await newPerson(context, 'token@example.com');
    const jwks = (await context.services.keys.publicKeys()) as JSONWebKeySet;
    const { payload, protectedHeader } = await jwtVerify(accessToken, createLocalJWKSet(jwks), {
      currentDate: context.clock.now(),
      issuer: 'vitrina-identity',
      audience: 'vitrina',
    });
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({ sub: userId, sid: sessionId });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
  });

  it('names every mistake of the form at once', async () => {
    const answer = await context.ask(
      'mutation { signUp(input: { email: "anna", password: "short", displayName: " " }) { authentication { accessToken } userErrors { code field } } }',
    );
    expect(answer.data).toEqual({
      signUp: {
        authentication: null,
        userErrors: [
          { code: 'EMAIL_NOT_VALID', field: ['email'] },
          { code: 'TEXT_REQUIRED', field: ['displayName'] },
          { code: 'PASSWORD_TOO_SHORT', field: ['password'] },
        ],
      },
    });
  });

  it('opens one account when the same address signs up twice at once', async () => {
    const outcomes = await Promise.all([signUp(context, 'twice@example.com'), signUp(context, 'Twice@example.com')]);
    expect(outcomes.map(codesOf).sort()).toEqual([[], ['EMAIL_TAKEN']]);
  });

  it('stops telling that addresses are taken after some answers', async () => {
    await newPerson(context, 'taken@example.com', { ip: '198.51.100.1' });
    const codes: string[] = [];
    for (let tries = 0; tries < 22; tries += 1)
      codes.push(...codesOf(await signUp(context, 'taken@example.com', { ip: '198.51.100.1' })));
    expect(codes.filter((code) => code === 'EMAIL_TAKEN')).toHaveLength(20);
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('gives an unknown address and a wrong password the same answer after the same work', async () => {
    await newPerson(context, 'known@example.com');
    const verify = vi.spyOn(context.services.hasher, 'verify');
    const wrong = await signIn(context, 'known@example.com', 'not the password', { ip: '198.51.100.2' });
    expect(verify).toHaveBeenCalledTimes(1);
    const unknown = await signIn(context, 'unknown@example.com', 'not the password', { ip: '198.51.100.2' });
    expect(verify).toHaveBeenCalledTimes(2);
    expect(unknown).toEqual(wrong);
    expect(codesOf(wrong)).toEqual(['INVALID_CREDENTIALS']);
  });

  it('takes the address in any case and the password in any normal form', async () => {
    await context.ask(
      `mutation { signUp(input: { email: "forms@example.com", password: "cafe\u0301 creme", displayName: "F" }) { userErrors { code } } }`,
    );
    expect(codesOf(await signIn(context, 'FORMS@example.com', 'caf\u00e9 creme'))).toEqual([]);
  });

  it('sets the refresh token as a cookie unless the body is asked for', async () => {
    await newPerson(context, 'cookie@example.com');
    const asked = await context.ask<{ signIn: { authentication: { refreshToken: string | null } } }>(
      `mutation { signIn(input: { email: "cookie@example.com", password: "${goodPassword}" }) { authentication { refreshToken refreshExpiresAt } } }`,
    );
    expect(asked.data?.signIn.authentication.refreshToken).toBeNull();
    const [cookie] = (asked.extensions as { setCookies: { name: string; value: string; maxAgeSeconds: number }[] })
      .setCookies;
    expect(cookie).toMatchObject({ name: 'vitrina_refresh', maxAgeSeconds: 30 * 86_400 });
    expect(cookie?.value).toMatch(/^ses_/);
  });

  it('tells the gateway what a session may do, in one answer, leaving out the unknown', async () => {
    const person = await newPerson(context, 'states@example.com');
    await context.ask(
      'mutation ($input: GrantShopRoleInput!) { grantShopRole(input: $input) { ok } }',
      { input: { userId: person.userId, shopId: 'shp_1', role: 'FINANCE' } },
      { as: asService('seller') },
    );
    expect(await sessionStates(context, [person.sessionId, 'ses_none'])).toEqual([
      {
        sessionId: person.sessionId,
        active: true,
        userId: person.userId,
        scopes: [],
        shops: [{ shopId: 'shp_1', capabilities: ['orders:read', 'payments:read'] }],
      },
    ]);
  });

  it('serves the public keys over HTTP, without private parts', async () => {
    const { jwksRoute } = await import('../src/jwks-route.ts');
    const response = await jwksRoute.handle(
      { method: 'GET', path: jwksRoute.path, query: {}, headers: {}, body: Buffer.alloc(0) },
      { services: context.services, log: context.runtime.log },
    );
    const { keys } = JSON.parse(response.body ?? '') as JSONWebKeySet;
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('signs the same person in on two devices as two sessions', async () => {
    await newPerson(context, 'devices@example.com');
    const first = sessionOf(await signIn(context, 'devices@example.com'));
    const second = sessionOf(await signIn(context, 'devices@example.com'));
    expect(second.sessionId).not.toBe(first.sessionId);
  });
});
