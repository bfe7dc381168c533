import { describe, expect, it } from 'vitest';
import { admin, buyer, demoAccounts, demoPassword, ensureAccounts, owner, signIn, staff } from './accounts.ts';
import type { SeedClient } from './graphql-client.ts';
import { pushDelivery, pushShops, pushStaff } from './shops.ts';

type Answers = Readonly<Record<string, (input: Record<string, unknown>, as: string | undefined) => object | null>>;

/** A market that answers each operation of the seed by its root field, and notes who asked for what. */
const marketOf = (answers: Answers) => {
  const asked: { readonly field: string; readonly input: Record<string, unknown>; readonly as: string | undefined }[] =
    [];
  const clientAs = (as: string | undefined): SeedClient => ({
    as: clientAs,
    ask: async <T>(document: string, variables: Record<string, unknown> = {}) => {
      const [, field = ''] = /\{\s*(\w+)/.exec(document.replace(/\([^)]*\)/, '')) ?? [];
      const input = (variables['input'] as Record<string, unknown> | undefined) ?? variables;
      asked.push({ field, input, as });
      const answer = answers[field];
      if (!answer) throw new Error(`Nobody answers ${field}.`);
      return { [field]: answer(input, as) } as T;
    },
  });
  return { asked, client: clientAs(undefined) };
};
const accepted = () => ({ userErrors: [] });

/** A market where these people have accounts already; whoever signs up gets one. */
const people = (...known: readonly string[]) => {
  const accounts = new Set(known);
  let addresses = 0;
  return marketOf({
    signIn: ({ email, password }) => ({
      authentication:
        accounts.has(String(email)) && password === demoPassword
          ? { accessToken: `token of ${email}`, user: { id: `usr of ${email}` } }
          : null,
      userErrors: [],
    }),
    signUp: ({ email }) => {
      accounts.add(String(email));
      return accepted();
    },
    confirmUserEmail: accepted,
    grantRole: accepted,
    viewer: () => ({ addresses: Array.from({ length: addresses }, () => ({ id: 'adr_1' })) }),
    addAddress: () => {
      addresses += 1;
      return accepted();
    },
  });
};
const fieldsOf = (asked: readonly { readonly field: string }[], field: string) =>
  asked.filter((one) => one.field === field).length;

describe('the people of the demo', () => {
  it('are made once each, confirmed by the administrator, who alone may', async () => {
    const market = people(admin.email);
    await ensureAccounts(market.client);
    const signedUp = market.asked.filter(({ field }) => field === 'signUp').map(({ input }) => input['email']);
    expect(signedUp.toSorted()).toEqual(
      demoAccounts
        .filter((one) => one !== admin)
        .map(({ email }) => email)
        .toSorted(),
    );
    const confirmed = market.asked.filter(({ field }) => field === 'confirmUserEmail');
    expect(confirmed.map(({ input }) => input['userId'])).toEqual(signedUp.map((email) => `usr of ${email}`));
    expect(new Set(confirmed.map(({ as }) => as))).toEqual(new Set([`token of ${admin.email}`]));
  });

  it('are left alone when a seed that was interrupted runs again', async () => {
    const market = people(...demoAccounts.map(({ email }) => email));
    await ensureAccounts(market.client);
    await ensureAccounts(market.client);
    expect(fieldsOf(market.asked, 'signUp') + fieldsOf(market.asked, 'confirmUserEmail')).toBe(0);
    // The buyer's address is written once as well.
    expect(fieldsOf(market.asked, 'addAddress')).toBe(1);
    expect(market.asked.find(({ field }) => field === 'addAddress')?.as).toBe(`token of ${buyer.email}`);
  });

  it('cannot be made without the administrator that identity makes at its start', async () => {
    await expect(ensureAccounts(people().client)).rejects.toThrow(/bootstrap administrator is missing/);
  });

  it('sign in anew whenever rights may have grown meanwhile', async () => {
    const market = people(...demoAccounts.map(({ email }) => email));
    const { owner: asOwner } = await ensureAccounts(market.client);
    const before = market.asked.length;
    await asOwner();
    await asOwner();
    const later = market.asked.slice(before);
    expect(later.map(({ field, input }) => `${field} ${input['email']}`)).toEqual([
      `signIn ${owner.email}`,
      `signIn ${owner.email}`,
    ]);
  });

  it('that are not there cannot sign in, which is no failure', async () => {
    expect(await signIn(people().client, buyer)).toBeUndefined();
  });
});

describe('the shops of the demo', () => {
  it('are opened once each; one that is there is taken as it is', async () => {
    const market = marketOf({
      shopBySlug: ({ slug }) => (slug === 'kovrik-i-kot' ? { id: 'shp_known' } : null),
      openShop: ({ slug }) => ({ shop: { id: `shp of ${slug}` }, userErrors: [] }),
    });
    const ids = await pushShops(market.client);
    expect(ids.get('kovrik-i-kot')).toBe('shp_known');
    expect(ids.size).toBeGreaterThanOrEqual(20);
    expect(fieldsOf(market.asked, 'openShop')).toBe(ids.size - 1);
    const keys = market.asked.flatMap(({ field, input }) => (field === 'openShop' ? [input['idempotencyKey']] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('that are neither opened nor refused stop the seed', async () => {
    const market = marketOf({ shopBySlug: () => null, openShop: () => ({ shop: null, userErrors: [] }) });
    await expect(pushShops(market.client)).rejects.toThrow(/neither opened nor refused/);
  });

  it('deliver to the rest of the world everywhere but where they name a price of its own', async () => {
    const market = marketOf({ setDeliveryMethod: accepted });
    await pushDelivery(market.client, new Map());
    const methods = market.asked.map(({ input }) => input as { zones: { countries: string[] }[] });
    expect(methods.length).toBeGreaterThan(20);
    for (const { zones } of methods) {
      const countries = zones.flatMap((zone) => zone.countries);
      expect(new Set(countries).size).toBe(countries.length);
      expect(countries.filter((country) => !/^[A-Z]{2}$/.test(country))).toEqual([]);
      expect(zones.filter((zone) => zone.countries.length === 0)).toEqual([]);
    }
    expect(methods.some(({ zones }) => zones.some((zone) => zone.countries.length > 20))).toBe(true);
  });

  it('employ one person per role in two shops, again without harm', async () => {
    const already = [{ code: 'ALREADY_ON_STAFF', field: [], message: 'There already.' }];
    const market = marketOf({ addShopStaff: () => ({ userErrors: already }) });
    const shops = new Map([
      ['a', 'shp_1'],
      ['b', 'shp_2'],
      ['c', 'shp_3'],
    ]);
    await pushStaff(market.client, shops);
    expect(market.asked.map(({ input }) => input['shopId'])).toEqual([
      ...staff.map(() => 'shp_1'),
      ...staff.map(() => 'shp_2'),
    ]);
    const refused = marketOf({ addShopStaff: () => ({ userErrors: [{ ...already[0], code: 'FORBIDDEN' }] }) });
    await expect(pushStaff(refused.client, shops)).rejects.toThrow(/FORBIDDEN/);
  });
});
