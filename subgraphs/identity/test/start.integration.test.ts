import { ConfigError, readConfig } from '@vitrina/platform/config';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { identityConfig } from '../src/config.ts';
import { createServices } from '../src/services.ts';
import { bootstrapAdmin } from '../src/usecases/bootstrap-admin.ts';
import {
  codesOf,
  goodPassword,
  type IdentityTest,
  identityTest,
  newPerson,
  refresh,
  sessionOf,
  sessionStates,
  signIn,
  signUp,
} from './fixtures.ts';

const adminEnv = {
  VITRINA_BOOTSTRAP_ADMIN_EMAIL: 'Root@Example.com',
  VITRINA_BOOTSTRAP_ADMIN_PASSWORD: 'first of all admins',
};
const keySecret = 'a key secret of more than thirty-two characters';
const dayMs = 86_400_000;

describe('starting the context', () => {
  let context: IdentityTest;
  afterEach(() => context.close());

  const servicesWith = (env: Record<string, string>) =>
    createServices(context.runtime, readConfig(identityConfig, env));

  it('makes the first admin from the environment, once, also when several processes start', async () => {
    context = await identityTest(adminEnv);
    const admin = sessionOf(await signIn(context, 'root@example.com', adminEnv.VITRINA_BOOTSTRAP_ADMIN_PASSWORD));
    expect((await sessionStates(context, [admin.sessionId]))[0]?.scopes).toEqual(['admin']);
    const second = { ...adminEnv, VITRINA_BOOTSTRAP_ADMIN_EMAIL: 'second@example.com' };
    await Promise.all([bootstrapAdmin(servicesWith(second)), bootstrapAdmin(servicesWith(second))]);
    expect(codesOf(await signIn(context, 'second@example.com', second.VITRINA_BOOTSTRAP_ADMIN_PASSWORD))).toEqual([
      'INVALID_CREDENTIALS',
    ]);
  });

  it('gives nothing to whoever signed up under the admin’s address first', async () => {
    context = await identityTest();
    const squatter = await newPerson(context, 'root@example.com');
    await Promise.all([bootstrapAdmin(servicesWith(adminEnv)), bootstrapAdmin(servicesWith(adminEnv))]);
    expect((await sessionStates(context, [squatter.sessionId]))[0]?.active).toBe(false);
    expect(codesOf(await refresh(context, squatter.refreshToken))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
    expect(codesOf(await signIn(context, 'root@example.com', goodPassword))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await signIn(context, 'root@example.com', adminEnv.VITRINA_BOOTSTRAP_ADMIN_PASSWORD))).toEqual([]);
  });

  it('makes one pair of keys when several processes start at once, sealed by the secret', async () => {
    context = await identityTest();
    const many = Array.from({ length: 4 }, () => servicesWith({ VITRINA_IDENTITY_KEY_SECRET: keySecret }));
    const kids = await Promise.all(many.map(async ({ keys }) => (await keys.current()).kid));
    expect(new Set(kids).size).toBe(1);
    const rows = await context.database.sql<
      { sealed_private_jwk: string }[]
    >`select sealed_private_jwk from signing_key`;
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.sealed_private_jwk).not.toContain('"d"');
    await expect(servicesWith({}).keys.current()).rejects.toThrow('VITRINA_IDENTITY_KEY_SECRET');
  });

  it('rotates keys so that tokens of the old one still verify and the new one was published before', async () => {
    context = await identityTest();
    const { keys } = context.services;
    const jwks = async () => (await keys.publicKeys()) as JSONWebKeySet;
    const verify = async (token: string, known: JSONWebKeySet) =>
      jwtVerify(token, createLocalJWKSet(known), { currentDate: context.clock.now() });
    const before = await jwks();
    const old = sessionOf(await signUp(context, 'rotate@example.com'));
    await context.runSweep('rotate-signing-keys');
    expect(await jwks()).toEqual(before);

    context.clock.advance(30 * dayMs);
    await context.runSweep('rotate-signing-keys');
    await context.runSweep('rotate-signing-keys');
    const fresh = sessionOf(await signUp(context, 'rotated@example.com'));
    const after = await jwks();
    expect(after.keys).toHaveLength(3);
    const { protectedHeader } = await verify(fresh.accessToken, before);
    expect(before.keys.map((key) => key.kid)).toContain(protectedHeader.kid);
    context.clock.advance(-30 * dayMs);
    await verify(old.accessToken, after);
    context.clock.advance(60 * dayMs);
    await context.runSweep('rotate-signing-keys');
    expect((await jwks()).keys).toHaveLength(3);
  });

  it('lets two processes rotate at once by one step', async () => {
    context = await identityTest();
    await context.services.keys.current();
    context.clock.advance(31 * dayMs);
    const [left, right] = [servicesWith({}), servicesWith({})];
    expect((await Promise.all([left.keys.rotate(), right.keys.rotate()])).sort()).toEqual([false, true]);
    expect((await left.keys.current()).kid).toBe((await right.keys.current()).kid);
  });

  it('forgets what is over', async () => {
    context = await identityTest();
    await newPerson(context, 'over@example.com');
    await signIn(context, 'nobody@example.com', 'wrong password');
    const count = async () =>
      (
        await context.database
          .sql`select 1 from session union all select 1 from email_request union all select 1 from sign_in_attempt`
      ).length;
    await context.runSweep('forget-what-is-over');
    expect(await count()).toBe(3);
    context.clock.advance(61 * dayMs);
    await context.runSweep('forget-what-is-over');
    expect(await count()).toBe(0);
  });

  it('refuses a wrong environment by name', async () => {
    context = await identityTest();
    const refused = (env: Record<string, string>) => expect(() => readConfig(identityConfig, env));
    refused({ NODE_ENV: 'production' }).toThrow(/VITRINA_IDENTITY_KEY_SECRET: is required in production/);
    refused({ VITRINA_IDENTITY_KEY_SECRET: 'short' }).toThrow(ConfigError);
    refused({ VITRINA_BOOTSTRAP_ADMIN_EMAIL: 'root@example.com' }).toThrow(/VITRINA_BOOTSTRAP_ADMIN_PASSWORD/);
    refused({ VITRINA_SESSION_IDLE_DAYS: 'soon' }).toThrow(/VITRINA_SESSION_IDLE_DAYS/);
    expect(
      readConfig(identityConfig, { NODE_ENV: 'production', VITRINA_IDENTITY_KEY_SECRET: keySecret }),
    ).toMatchObject({ VITRINA_SESSION_IDLE_DAYS: 30 });
  });
});
