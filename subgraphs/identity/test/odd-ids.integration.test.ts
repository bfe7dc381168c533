import { asService, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, type IdentityTest, identityTest, newPerson, refresh, sessionStates, signIn } from './fixtures.ts';

const admin = asUser('usr_admin', { scopes: ['admin'] });
const odd = ['', '\u0000', 'usr_\u0000', '\ud800', "usr_' or '1'='1", '../../etc/passwd', '💥'.repeat(2_000)];

describe('odd values where ids and keys are expected', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest({ VITRINA_AUTH_BUDGET_FACTOR: '10' });
  });
  afterAll(() => context.close());

  it.each(odd)('find nothing when read: %j', async (id) => {
    const answer = await context.ask(
      'query ($id: ID!, $r: [_Any!]!) { user(id: $id) { id } _entities(representations: $r) { __typename } }',
      { id, r: ['User', 'SavedAddress'].map((__typename) => ({ __typename, id })) },
    );
    expect(answer).toEqual({ data: { user: null, _entities: [null, null] } });
    expect(await sessionStates(context, [id])).toEqual([]);
  });

  it.each(odd)('are refused by name when something should change: %j', async (id) => {
    const codes = async (field: string, type: string, input: Record<string, unknown>, as = admin) => {
      const answer = await context.ask<Record<string, { userErrors: { code: string }[] }>>(
        `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`,
        { input },
        { as },
      );
      return answer.data?.[field]?.userErrors.map((error) => error.code);
    };
    expect(await codes('revokeSession', 'RevokeSessionInput', { sessionId: id })).toEqual(['SESSION_NOT_FOUND']);
    expect(await codes('confirmUserEmail', 'ConfirmUserEmailInput', { userId: id })).toEqual(['USER_NOT_FOUND']);
    expect(await codes('grantRole', 'GrantRoleInput', { userId: id, role: 'ADMIN' })).toEqual(['USER_NOT_FOUND']);
    expect(await codes('revokeRole', 'RevokeRoleInput', { userId: id, role: 'ADMIN' })).toEqual(['USER_NOT_FOUND']);
    expect(await codes('removeAddress', 'RemoveAddressInput', { addressId: id })).toEqual(['ADDRESS_NOT_FOUND']);
    expect(await codes('setDefaultAddress', 'SetDefaultAddressInput', { addressId: id })).toEqual([
      'ADDRESS_NOT_FOUND',
    ]);
    expect(await codes('requestPasswordReset', 'RequestPasswordResetInput', { email: id })).toEqual([
      'EMAIL_NOT_VALID',
    ]);
  });

  it.each(odd)('are wrong credentials like any others: %j', async (value) => {
    await newPerson(context, `odd${odd.indexOf(value)}@example.com`);
    expect(codesOf(await signIn(context, value, value))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await signIn(context, `odd${odd.indexOf(value)}@example.com`, value))).toEqual([
      'INVALID_CREDENTIALS',
    ]);
    expect(codesOf(await refresh(context, value))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
  });

  it.each(odd)('as device name, user agent or language do no harm: %j', async (value) => {
    const answer = await context.ask<{ signUp: { userErrors: unknown[] } }>(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { authentication { user { locale } } userErrors { code } } }',
      {
        input: {
          email: `device${odd.indexOf(value)}@example.com`,
          password: 'correct horse battery',
          displayName: 'D',
          deviceName: value,
        },
      },
      { meta: { userAgent: value, locale: value } },
    );
    expect(answer.data).toEqual({ signUp: { authentication: { user: { locale: 'en' } }, userErrors: [] } });
  });

  it.each(odd)('mean nobody and nothing to other contexts: %j', async (id) => {
    const asked = (document: string, as: string) => context.ask(document, { id }, { as: asService(as) });
    expect((await asked('query ($id: ID!) { userContacts(ids: [$id]) { userId } }', 'orders')).data).toEqual({
      userContacts: [],
    });
    expect(
      (await asked('query ($id: ID!) { deliveryAddress(userId: $id, addressId: $id) { city } }', 'orders')).data,
    ).toEqual({ deliveryAddress: null });
    expect(
      (await asked('mutation ($id: ID!) { mintEmailLink(requestId: $id) { url } }', 'notifications')).data,
    ).toEqual({ mintEmailLink: null });
  });
});
