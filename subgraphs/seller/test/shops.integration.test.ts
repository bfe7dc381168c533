import { randomUUID } from 'node:crypto';
import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, managerCapabilities, mutate, openShop, type SellerTest, sellerTest } from './fixtures.ts';

describe('shops', () => {
  let context: SellerTest;
  beforeAll(async () => {
    context = await sellerTest();
  });
  afterAll(() => context.close());

  const form = (change: Record<string, unknown> = {}) => ({
    idempotencyKey: randomUUID(),
    slug: 'harbor-pages',
    name: 'Harbor Pages',
    country: 'US',
    currency: 'USD',
    ...change,
  });

  it('opens with its founder as owner, tells identity and publishes it', async () => {
    const founder = context.double.person('usr_anna');
    const descriptions = [
      { locale: 'en', text: 'Paperbacks.\n\nNew and loved.' },
      { locale: 'ru', text: 'Книги.' },
    ];
    const payload = await mutate(
      context,
      'openShop',
      form({ descriptions }),
      'replayed shop { id slug currency status version en: description ru: description(locale: "ru-RU") de: description(locale: "de") }',
      founder,
    );
    const shop = payload['shop'] as { id: string };
    expect(payload).toMatchObject({
      replayed: false,
      userErrors: [],
      shop: {
        slug: 'harbor-pages',
        currency: 'USD',
        status: 'ACTIVE',
        version: 1,
        en: 'Paperbacks.\n\nNew and loved.',
        ru: 'Книги.',
        de: 'Paperbacks.\n\nNew and loved.',
      },
    });
    expect(context.double.roles.get(`${shop.id} usr_anna`)).toBe('OWNER');
    expect(await context.published('shop.created')).toEqual([
      {
        name: 'shop.created',
        aggregateId: shop.id,
        aggregateVersion: 1,
        payload: { shopId: shop.id, slug: 'harbor-pages', name: 'Harbor Pages', status: 'active' },
      },
    ]);
  });

  it('opens once when the same request comes twice', async () => {
    const founder = context.double.person('usr_twice');
    const input = form({ slug: 'only-once' });
    const first = await mutate(context, 'openShop', input, 'replayed shop { id }', founder);
    const second = await mutate(context, 'openShop', input, 'replayed shop { id }', founder);
    expect(second).toEqual({ ...first, replayed: true });
  });

  it('gives a name in addresses to one of two who ask at once', async () => {
    const payloads = await Promise.all(
      ['usr_left', 'usr_right'].map((id) =>
        mutate(context, 'openShop', form({ slug: 'contested' }), 'shop { id }', context.double.person(id)),
      ),
    );
    expect(payloads.map(codesOf).sort()).toEqual([[], ['SLUG_TAKEN']]);
  });

  it('wants a proved address', async () => {
    expect(
      codesOf(
        await mutate(
          context,
          'openShop',
          form({ slug: 'unproved' }),
          'shop { id }',
          context.double.person('usr_unproved', false),
        ),
      ),
    ).toEqual(['EMAIL_NOT_VERIFIED']);
  });

  it.each(['UPPER', 'a', '-x-', 'x--y', 'кириллица', '../etc', 'x'.repeat(41), "'; drop table shop; --"])(
    'refuses %j in addresses',
    async (slug) => {
      expect(
        codesOf(await mutate(context, 'openShop', form({ slug }), 'shop { id }', context.double.person('usr_slug'))),
      ).toEqual(['SLUG_NOT_VALID']);
    },
  );

  it.each(['田中さん 👩‍👩‍👧', '<script>alert(1)</script>', "Robert'); DROP TABLE shop;--", 'ﬀ ﬁ ﷽', '%s%n{{7*7}}'])(
    'keeps the odd name %j as it is',
    async (name) => {
      const { shopId } = await openShop(context, { name });
      const answer = await context.ask('query ($id: ID!) { shop(id: $id) { name } }', { id: shopId });
      expect(answer.data).toEqual({ shop: { name } });
    },
  );

  it('refuses a guest', async () => {
    await expect(mutate(context, 'openShop', form(), 'shop { id }')).rejects.toThrow('UNAUTHENTICATED');
  });

  it('takes a change made against its version and refuses one made against an older', async () => {
    const { shopId, owner } = await openShop(context);
    const first = await mutate(
      context,
      'updateShop',
      { shopId, expectedVersion: 1, name: 'New name', acceptsOrders: false },
      'shop { name version settings { acceptsOrders } }',
      owner,
    );
    expect(first['shop']).toEqual({ name: 'New name', version: 2, settings: { acceptsOrders: false } });
    const answer = await context.ask(
      'mutation ($input: UpdateShopInput!) { updateShop(input: $input) { userErrors { code ... on ShopVersionConflict { currentVersion } } } }',
      { input: { shopId, expectedVersion: 1, name: 'Late name' } },
      { as: owner },
    );
    expect(answer.data).toEqual({ updateShop: { userErrors: [{ code: 'VERSION_CONFLICT', currentVersion: 2 }] } });
    const updates = (await context.published('shop.updated')).filter((event) => event.aggregateId === shopId);
    expect(updates.map((event) => event.aggregateVersion)).toEqual([2]);
  });

  it('takes one of two changes made against the same version at the same moment', async () => {
    const { shopId, owner } = await openShop(context);
    const change = (name: string) =>
      mutate(context, 'updateShop', { shopId, expectedVersion: 1, name }, 'shop { name }', owner);
    const payloads = await Promise.all([change('Left'), change('Right')]);
    expect(payloads.map(codesOf).sort()).toEqual([[], ['VERSION_CONFLICT']]);
    const winner = payloads.find((payload) => payload.userErrors.length === 0);
    const answer = await context.ask('query ($id: ID!) { shop(id: $id) { name version } }', { id: shopId });
    expect(answer.data).toEqual({ shop: { ...(winner?.['shop'] as object), version: 2 } });
  });

  it('names every number out of range', async () => {
    const { shopId, owner } = await openShop(context);
    const payload = await mutate(
      context,
      'updateShop',
      {
        shopId,
        expectedVersion: 1,
        name: '',
        returnWindowDays: -1,
        lowStockThreshold: 2_000_000_000,
        cancellationWindowMinutes: 1_441,
      },
      'shop { id }',
      owner,
    );
    expect(payload.userErrors.map((error) => error.field[0])).toEqual([
      'name',
      'returnWindowDays',
      'lowStockThreshold',
      'cancellationWindowMinutes',
    ]);
  });

  it('is closed and reopened by owners, once each', async () => {
    const { shopId, owner } = await openShop(context);
    const manager = asUser('usr_m', { shops: { [shopId]: managerCapabilities } });
    await expect(mutate(context, 'closeShop', { shopId }, 'shop { id }', manager)).rejects.toThrow('FORBIDDEN');
    const close = () => mutate(context, 'closeShop', { shopId }, 'shop { status version }', owner);
    expect((await close())['shop']).toEqual({ status: 'CLOSED', version: 2 });
    expect((await close())['shop']).toEqual({ status: 'CLOSED', version: 2 });
    expect((await mutate(context, 'reopenShop', { shopId }, 'shop { status version }', owner))['shop']).toEqual({
      status: 'ACTIVE',
      version: 3,
    });
  });

  it('pays the market’s commission until an admin sets its own', async () => {
    const { shopId, owner } = await openShop(context);
    const admin = asUser('usr_admin', { scopes: ['admin'] });
    const set = (commissionBasisPoints: number | null, as = admin) =>
      mutate(
        context,
        'setShopCommission',
        { shopId, commissionBasisPoints },
        'shop { settings { commissionBasisPoints } }',
        as,
      );
    await expect(set(0, owner)).rejects.toThrow('FORBIDDEN');
    expect((await set(850))['shop']).toEqual({ settings: { commissionBasisPoints: 850 } });
    expect(codesOf(await set(5_001))).toEqual(['OUT_OF_RANGE']);
    expect((await set(null))['shop']).toEqual({ settings: { commissionBasisPoints: 1_000 } });
  });

  it('lists open shops by age, forwards and backwards', async () => {
    const fresh = await sellerTest();
    try {
      const opened = [];
      for (let index = 0; index < 5; index += 1) opened.push(await openShop(fresh));
      await mutate(fresh, 'closeShop', { shopId: opened[1]?.shopId }, 'shop { id }', opened[1]?.owner);
      const document =
        'query ($first: Int, $after: String, $last: Int, $before: String) { shops(first: $first, after: $after, last: $last, before: $before) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } totalCount } }';
      type Page = {
        shops: {
          nodes: { id: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
          totalCount: number;
        };
      };
      const ids = opened.map(({ shopId }) => shopId).filter((_, index) => index !== 1);
      const first = (await fresh.ask<Page>(document, { first: 3 })).data?.shops;
      expect(first).toMatchObject({
        nodes: ids.slice(0, 3).map((id) => ({ id })),
        totalCount: 4,
        pageInfo: { hasNextPage: true },
      });
      const rest = (await fresh.ask<Page>(document, { first: 3, after: first?.pageInfo.endCursor })).data?.shops;
      expect(rest).toMatchObject({ nodes: [{ id: ids[3] }], pageInfo: { hasNextPage: false } });
      const back = (await fresh.ask<Page>(document, { last: 2, before: rest?.pageInfo.startCursor })).data?.shops;
      expect(back?.nodes).toEqual([{ id: ids[1] }, { id: ids[2] }]);
    } finally {
      await fresh.close();
    }
  });
});
