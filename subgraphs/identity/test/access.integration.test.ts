import type { Identity } from '@vitrina/platform/auth';
import { asClient, asService, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityTest, identityTest, newPerson, type SignedIn, sessionStates } from './fixtures.ts';

const privateFields =
  'email emailVerified locale createdAt roles memberships { role } sessions { id } addresses { id }';
const hidden = {
  email: null,
  emailVerified: null,
  locale: null,
  createdAt: null,
  roles: null,
  memberships: null,
  sessions: null,
  addresses: null,
};
const berlin = { name: 'Anna', line1: 'Torstraße 1', city: 'Berlin', postalCode: '10119', country: 'DE' };
const admin = asUser('usr_admin', { scopes: ['admin'] });

describe('who may see and change what', () => {
  let context: IdentityTest;
  let anna: SignedIn;
  let addressId: string;
  beforeAll(async () => {
    context = await identityTest();
    anna = await newPerson(context, 'anna@example.com');
    const saved = await context.ask<{ addAddress: { address: { id: string } } }>(
      'mutation ($input: AddAddressInput!) { addAddress(input: $input) { address { id } } }',
      { input: { address: berlin } },
      { as: anna.as },
    );
    addressId = saved.data?.addAddress.address.id ?? '';
  });
  afterAll(() => context.close());

  const askAs = (as: Identity | undefined, document: string, variables: Record<string, unknown>) =>
    context.ask(document, variables, as ? { as } : {});
  const others: [string, Identity | undefined][] = [
    ['a guest', undefined],
    ['another person', asUser('usr_other', { shops: { shp_1: ['staff:manage'] } })],
    ['a program', asClient('key_1', 'shp_1', ['orders:read'])],
    ['another context', asService('orders')],
  ];

  it.each(others)('shows %s the name of a person and nothing else, also through entities', async (_who, as) => {
    const direct = await askAs(as, `query ($id: ID!) { user(id: $id) { displayName ${privateFields} } }`, {
      id: anna.userId,
    });
    expect(direct).toEqual({ data: { user: { displayName: 'Anna', ...hidden } } });
    const entity = await askAs(
      as,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { displayName ${privateFields} } } }`,
      { r: [{ __typename: 'User', id: anna.userId }] },
    );
    expect(entity).toEqual({ data: { _entities: [{ displayName: 'Anna', ...hidden }] } });
  });

  it.each([
    ['the person', () => anna.as],
    ['support', () => asUser('usr_support', { scopes: ['support'] })],
    ['an admin', () => admin],
  ])('shows everything to %s', async (_who, as) => {
    const answer = await askAs(as(), 'query ($id: ID!) { user(id: $id) { email addresses { id lines } } }', {
      id: anna.userId,
    });
    expect(answer.data).toEqual({
      user: {
        email: 'anna@example.com',
        addresses: [{ id: addressId, lines: ['Anna', 'Torstraße 1', '10119 Berlin'] }],
      },
    });
  });

  it('answers a stranger’s address and none alike, through entities too', async () => {
    const read = (as: Identity | undefined, id: string) =>
      askAs(as, 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on SavedAddress { city } } }', {
        r: [{ __typename: 'SavedAddress', id }],
      });
    expect((await read(anna.as, addressId)).data).toEqual({ _entities: [{ city: 'Berlin' }] });
    for (const [, as] of others) expect(await read(as, addressId)).toEqual(await read(as, 'adr_none'));
  });

  it('answers nobody who does not exist', async () => {
    const answer = await context.ask(
      'query ($r: [_Any!]!) { user(id: "usr_none") { id } viewer { id } _entities(representations: $r) { ... on User { id } } }',
      { r: [{ __typename: 'User', id: 'usr_none' }] },
    );
    expect(answer.data).toEqual({ user: null, viewer: null, _entities: [null] });
  });

  it.each(['grantRole', 'revokeRole'])('lets only admins use %s', async (field) => {
    for (const as of [anna.as, asUser('usr_support', { scopes: ['support'] })]) {
      const answer = await askAs(
        as,
        `mutation ($input: ${field === 'grantRole' ? 'GrantRoleInput' : 'RevokeRoleInput'}!) { ${field}(input: $input) { user { id } } }`,
        { input: { userId: anna.userId, role: 'ADMIN' } },
      );
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('gives and takes a market-wide role from one answer to the next', async () => {
    const change = (field: string, role: string, userId = anna.userId) =>
      askAs(
        admin,
        `mutation ($input: ${field}Input!) { change: ${field[0]?.toLowerCase()}${field.slice(1)}(input: $input) { user { roles } userErrors { code } } }`,
        { input: { userId, role } },
      );
    const scopes = async () => (await sessionStates(context, [anna.sessionId]))[0]?.scopes;
    expect((await change('GrantRole', 'SUPPORT')).data).toEqual({
      change: { user: { roles: ['SUPPORT'] }, userErrors: [] },
    });
    expect((await change('GrantRole', 'SUPPORT')).data).toEqual({
      change: { user: { roles: ['SUPPORT'] }, userErrors: [] },
    });
    expect(await scopes()).toEqual(['support']);
    expect((await change('RevokeRole', 'SUPPORT')).data).toEqual({ change: { user: { roles: [] }, userErrors: [] } });
    expect(await scopes()).toEqual([]);
    expect((await change('GrantRole', 'ADMIN', 'usr_none')).data).toEqual({
      change: { user: null, userErrors: [{ code: 'USER_NOT_FOUND' }] },
    });
  });

  it('keeps an admin when the last two are revoked at the same moment', async () => {
    const boris = await newPerson(context, 'boris@example.com');
    const input = (userId: string) => ({ input: { userId, role: 'ADMIN' } });
    for (const { userId } of [anna, boris])
      await askAs(
        admin,
        'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { user { id } } }',
        input(userId),
      );
    const revoke = 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { userErrors { code } } }';
    const answers = await Promise.all([anna, boris].map(({ userId }) => askAs(admin, revoke, input(userId))));
    expect(answers.map((answer) => JSON.stringify(answer.data)).sort()).toEqual([
      '{"revokeRole":{"userErrors":[]}}',
      '{"revokeRole":{"userErrors":[{"code":"LAST_ADMIN"}]}}',
    ]);
  });

  it('holds one role per shop, replaced by the next and taken once', async () => {
    const seller = asService('seller');
    const carl = await newPerson(context, 'carl@example.com');
    const grant = (role: string, userId = carl.userId) =>
      askAs(seller, 'mutation ($input: GrantShopRoleInput!) { grantShopRole(input: $input) { ok } }', {
        input: { userId, shopId: 'shp_1', role },
      });
    const revoke = () =>
      askAs(seller, 'mutation ($input: RevokeShopRoleInput!) { revokeShopRole(input: $input) { ok } }', {
        input: { userId: carl.userId, shopId: 'shp_1' },
      });
    const memberships = async () =>
      (await askAs(carl.as, '{ viewer { memberships { shop { id } role capabilities } } }', {})).data;
    await Promise.all([grant('OWNER'), grant('OWNER'), grant('OWNER')]);
    await grant('CATALOG_EDITOR');
    expect(await memberships()).toEqual({
      viewer: {
        memberships: [
          {
            shop: { id: 'shp_1' },
            role: 'CATALOG_EDITOR',
            capabilities: ['catalog:write', 'media:write', 'stock:write'],
          },
        ],
      },
    });
    expect([(await revoke()).data, (await revoke()).data]).toEqual([
      { revokeShopRole: { ok: true } },
      { revokeShopRole: { ok: true } },
    ]);
    expect(await memberships()).toEqual({ viewer: { memberships: [] } });
    expect((await grant('OWNER', 'usr_none')).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect(
      (
        await askAs(
          asService('orders'),
          'mutation ($input: RevokeShopRoleInput!) { revokeShopRole(input: $input) { ok } }',
          { input: { userId: carl.userId, shopId: 'shp_1' } },
        )
      ).errors?.[0]?.extensions?.['code'],
    ).toBe('FORBIDDEN');
  });

  it('tells other contexts how to reach people', async () => {
    const contact = {
      userId: anna.userId,
      email: 'anna@example.com',
      emailVerified: false,
      displayName: 'Anna',
      locale: 'en',
    };
    const selection = '{ userId email emailVerified displayName locale }';
    const many = await askAs(
      asService('notifications'),
      `query ($ids: [ID!]!) { userContacts(ids: $ids) ${selection} }`,
      { ids: [anna.userId, 'usr_none'] },
    );
    expect(many.data).toEqual({ userContacts: [contact] });
    const one = await askAs(
      asService('seller'),
      `{ a: userByEmail(email: " ANNA@example.com") ${selection} b: userByEmail(email: "nobody@example.com") ${selection} c: userByEmail(email: "not an address") ${selection} }`,
      {},
    );
    expect(one.data).toEqual({ a: contact, b: null, c: null });
  });

  it('lets an admin confirm an address, and only an admin', async () => {
    const confirm = (as: Identity, userId: string) =>
      askAs(
        as,
        'mutation ($input: ConfirmUserEmailInput!) { confirmUserEmail(input: $input) { user { emailVerified } userErrors { code } } }',
        { input: { userId } },
      );
    expect((await confirm(anna.as, anna.userId)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect((await confirm(admin, anna.userId)).data).toEqual({
      confirmUserEmail: { user: { emailVerified: true }, userErrors: [] },
    });
    expect((await confirm(admin, 'usr_none')).data).toEqual({
      confirmUserEmail: { user: null, userErrors: [{ code: 'USER_NOT_FOUND' }] },
    });
  });

  it.each([
    '田中さん',
    '<img src=x onerror=alert(1)>',
    "' OR '1'='1",
    'Ω≈ç√∫˜µ≤≥÷',
    '👩🏽‍🚀',
    'undefined',
    '%00',
    '{{7*7}}',
  ])('keeps the odd name %j as it is', async (displayName) => {
    const answer = await askAs(
      anna.as,
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { displayName } userErrors { code } } }',
      { input: { displayName } },
    );
    expect(answer.data).toEqual({ updateProfile: { user: { displayName }, userErrors: [] } });
  });

  it('refuses a name that is empty once tidied, and changes nothing when nothing is said', async () => {
    const update = (input: Record<string, unknown>) =>
      askAs(
        anna.as,
        'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { locale } userErrors { code field } } }',
        { input },
      );
    expect((await update({ displayName: ' \u0000\u202e\n' })).data).toEqual({
      updateProfile: { user: null, userErrors: [{ code: 'TEXT_REQUIRED', field: ['displayName'] }] },
    });
    expect((await update({})).data).toEqual({ updateProfile: { user: { locale: 'en' }, userErrors: [] } });
    expect((await update({ locale: 'ru' })).data).toEqual({
      updateProfile: { user: { locale: 'ru' }, userErrors: [] },
    });
  });
});
