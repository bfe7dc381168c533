import { asClient, asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, managerCapabilities, mutate, openShop, type SellerTest, sellerTest } from './fixtures.ts';

describe('access to a shop', () => {
  let context: SellerTest;
  beforeAll(async () => {
    context = await sellerTest();
  });
  afterAll(() => context.close());

  it('shows what is for staff to staff only, also through entities', async () => {
    const { shopId, owner, ownerId } = await openShop(context);
    const document =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Shop { slug staff { role effective user { id } } settings { lowStockThreshold } apiClients { id } sales { orderCount } } } }';
    const read = (as?: ReturnType<typeof asUser>) =>
      context.ask<{ _entities: Record<string, unknown>[] }>(
        document,
        { r: [{ __typename: 'Shop', id: shopId }] },
        as ? { as } : {},
      );
    expect((await read(owner)).data?._entities[0]).toMatchObject({
      staff: [{ role: 'OWNER', effective: true, user: { id: ownerId } }],
      settings: { lowStockThreshold: 5 },
      apiClients: [],
      sales: { orderCount: 0 },
    });
    for (const stranger of [
      asUser('usr_stranger'),
      asUser('usr_other', { shops: { shp_other: managerCapabilities } }),
      undefined,
    ]) {
      const answer = await read(stranger);
      expect(answer.data?._entities[0]).toMatchObject({ staff: null, settings: null, apiClients: null, sales: null });
      expect(answer.errors?.map((error) => error.extensions?.['code'])).toEqual(
        Array(4).fill(stranger ? 'FORBIDDEN' : 'UNAUTHENTICATED'),
      );
    }
  });

  it.each([
    ['updateShop', { expectedVersion: 1 }],
    ['closeShop', {}],
    ['reopenShop', {}],
    ['addShopStaff', { email: 'a@example.com', role: 'OWNER' }],
    ['changeStaffRole', { staffId: 'stf_1', role: 'OWNER' }],
    ['removeShopStaff', { staffId: 'stf_1' }],
    ['removeDeliveryMethod', { code: 'post' }],
    ['createApiClient', { name: 'x', scopes: ['orders:read'] }],
    ['revokeApiClient', { clientId: 'key_1' }],
  ])('answers %s for another shop as for none', async (field, rest) => {
    const { shopId } = await openShop(context);
    const { owner } = await openShop(context);
    const refusals = await Promise.all(
      [shopId, 'shp_none'].map((id) =>
        mutate(context, field, { shopId: id, ...rest }, '__typename', owner).catch((error: Error) => error.message),
      ),
    );
    expect(refusals[0]).toContain('FORBIDDEN');
    expect(refusals[1]).toBe(refusals[0]);
  });

  it('lets a program with the scope change settings of its own shop only', async () => {
    const { shopId } = await openShop(context);
    const other = await openShop(context);
    const program = asClient('key_1', shopId, ['shop:settings']);
    expect(
      codesOf(
        await mutate(
          context,
          'updateShop',
          { shopId, expectedVersion: 1, acceptsOrders: false },
          'shop { id }',
          program,
        ),
      ),
    ).toEqual([]);
    await expect(
      mutate(context, 'updateShop', { shopId: other.shopId, expectedVersion: 1 }, 'shop { id }', program),
    ).rejects.toThrow('FORBIDDEN');
    await expect(
      mutate(
        context,
        'updateShop',
        { shopId, expectedVersion: 2 },
        'shop { id }',
        asClient('key_2', shopId, ['stock:write']),
      ),
    ).rejects.toThrow('FORBIDDEN');
  });
});
