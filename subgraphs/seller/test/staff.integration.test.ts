import { asService, asUser } from '@vitrina/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  managerCapabilities,
  mutate,
  type OpenedShop,
  openShop,
  type SellerTest,
  sellerTest,
} from './fixtures.ts';

interface Member {
  readonly id: string;
  readonly role: string;
  readonly effective: boolean;
}

const member = 'staff { id role email effective user { id } }';

describe('staff', () => {
  let context: SellerTest;
  beforeAll(async () => {
    context = await sellerTest();
  });
  afterAll(() => context.close());
  afterEach(() => context.double.goAway(false));

  const add = async ({ shopId, owner }: OpenedShop, userId: string, role: string) => {
    context.double.person(userId);
    return mutate(context, 'addShopStaff', { shopId, email: `${userId}@example.com`, role }, member, owner);
  };
  const staffOf = async ({ shopId, owner }: OpenedShop): Promise<Member[]> => {
    const answer = await context.ask<{ shop: { staff: Member[] } }>(
      'query ($id: ID!) { shop(id: $id) { staff { id role effective } } }',
      { id: shopId },
      { as: owner },
    );
    return answer.data?.shop.staff ?? [];
  };
  const roleAt = ({ shopId }: OpenedShop, userId: string) => context.double.roles.get(`${shopId} ${userId}`);

  it('is added by e-mail and holds the role at once', async () => {
    const shop = await openShop(context);
    const payload = await add(shop, 'usr_clerk', 'FULFILMENT');
    expect(payload['staff']).toMatchObject({
      role: 'FULFILMENT',
      email: 'usr_clerk@example.com',
      effective: true,
      user: { id: 'usr_clerk' },
    });
    expect(roleAt(shop, 'usr_clerk')).toBe('FULFILMENT');
  });

  it('has nobody twice and nobody without an account', async () => {
    const shop = await openShop(context);
    await add(shop, 'usr_known', 'MANAGER');
    expect(codesOf(await add(shop, 'usr_known', 'FINANCE'))).toEqual(['ALREADY_ON_STAFF']);
    const unknown = await mutate(
      context,
      'addShopStaff',
      { shopId: shop.shopId, email: 'nobody@example.com', role: 'MANAGER' },
      member,
      shop.owner,
    );
    expect(codesOf(unknown)).toEqual(['USER_NOT_FOUND']);
    expect(roleAt(shop, 'usr_known')).toBe('MANAGER');
  });

  it('is not for managers to change', async () => {
    const shop = await openShop(context);
    const manager = { ...shop, owner: asUser('usr_manager', { shops: { [shop.shopId]: managerCapabilities } }) };
    await expect(add(manager, 'usr_friend', 'OWNER')).rejects.toThrow('FORBIDDEN');
  });

  it('keeps its last owner', async () => {
    const shop = await openShop(context);
    const [owner] = await staffOf(shop);
    const target = { shopId: shop.shopId, staffId: owner?.id };
    expect(codesOf(await mutate(context, 'removeShopStaff', target, 'removedStaffId', shop.owner))).toEqual([
      'LAST_OWNER',
    ]);
    expect(
      codesOf(await mutate(context, 'changeStaffRole', { ...target, role: 'MANAGER' }, member, shop.owner)),
    ).toEqual(['LAST_OWNER']);
    expect(codesOf(await mutate(context, 'changeStaffRole', { ...target, role: 'OWNER' }, member, shop.owner))).toEqual(
      [],
    );
  });

  it('keeps an owner when two owners leave at the same moment', async () => {
    const shop = await openShop(context);
    await add(shop, 'usr_second', 'OWNER');
    const owners = await staffOf(shop);
    const leaving = await Promise.all(
      owners.map(({ id }) =>
        mutate(context, 'removeShopStaff', { shopId: shop.shopId, staffId: id }, 'removedStaffId', shop.owner),
      ),
    );
    expect(leaving.flatMap(codesOf)).toEqual(['LAST_OWNER']);
    expect((await staffOf(shop)).map(({ role }) => role)).toEqual(['OWNER']);
  });

  it('changes role and leaves, and identity hears of both', async () => {
    const shop = await openShop(context);
    const { id } = (await add(shop, 'usr_mover', 'FINANCE'))['staff'] as Member;
    await mutate(context, 'changeStaffRole', { shopId: shop.shopId, staffId: id, role: 'MANAGER' }, member, shop.owner);
    expect(roleAt(shop, 'usr_mover')).toBe('MANAGER');
    await mutate(context, 'removeShopStaff', { shopId: shop.shopId, staffId: id }, 'removedStaffId', shop.owner);
    expect(roleAt(shop, 'usr_mover')).toBeUndefined();
    expect(
      codesOf(
        await mutate(context, 'removeShopStaff', { shopId: shop.shopId, staffId: id }, 'removedStaffId', shop.owner),
      ),
    ).toEqual(['STAFF_NOT_FOUND']);
  });

  it('of another shop cannot be touched', async () => {
    const [mine, theirs] = [await openShop(context), await openShop(context)];
    const { id } = (await add(theirs, 'usr_theirs', 'FINANCE'))['staff'] as Member;
    expect(
      codesOf(
        await mutate(context, 'removeShopStaff', { shopId: mine.shopId, staffId: id }, 'removedStaffId', mine.owner),
      ),
    ).toEqual(['STAFF_NOT_FOUND']);
    expect(
      codesOf(
        await mutate(
          context,
          'changeStaffRole',
          { shopId: mine.shopId, staffId: id, role: 'OWNER' },
          member,
          mine.owner,
        ),
      ),
    ).toEqual(['STAFF_NOT_FOUND']);
  });

  it('says so while identity is away, and is settled by the sweep', async () => {
    const shop = await openShop(context);
    const { id: leaverId } = (await add(shop, 'usr_leaver', 'MANAGER'))['staff'] as Member;
    context.double.goAway(true);
    const added = (await add(shop, 'usr_late', 'FINANCE'))['staff'] as Member;
    expect(added.effective).toBe(false);
    await mutate(context, 'removeShopStaff', { shopId: shop.shopId, staffId: leaverId }, 'removedStaffId', shop.owner);
    expect(await staffOf(shop)).not.toContainEqual(expect.objectContaining({ id: leaverId }));
    expect(roleAt(shop, 'usr_leaver')).toBe('MANAGER');
    await context.runSweep('settle-staff');
    expect(roleAt(shop, 'usr_late')).toBeUndefined();

    context.double.goAway(false);
    await context.runSweep('settle-staff');
    expect([roleAt(shop, 'usr_late'), roleAt(shop, 'usr_leaver')]).toEqual(['FINANCE', undefined]);
    expect((await staffOf(shop)).every(({ effective }) => effective)).toBe(true);
  });

  it('comes back when added again while leaving', async () => {
    const shop = await openShop(context);
    const { id } = (await add(shop, 'usr_back', 'MANAGER'))['staff'] as Member;
    context.double.goAway(true);
    await mutate(context, 'removeShopStaff', { shopId: shop.shopId, staffId: id }, 'removedStaffId', shop.owner);
    context.double.goAway(false);
    const again = (await add(shop, 'usr_back', 'FINANCE'))['staff'] as Member;
    expect(again).toMatchObject({ id, role: 'FINANCE', effective: true });
    await context.runSweep('settle-staff');
    expect(roleAt(shop, 'usr_back')).toBe('FINANCE');
  });

  it('is told again when it comes back and identity had taken the role already, its answer lost', async () => {
    const shop = await openShop(context);
    const { id } = (await add(shop, 'usr_halfway', 'MANAGER'))['staff'] as Member;
    context.double.goAway(true);
    await mutate(context, 'removeShopStaff', { shopId: shop.shopId, staffId: id }, 'removedStaffId', shop.owner);
    context.double.roles.delete(`${shop.shopId} usr_halfway`);
    context.double.goAway(false);
    await add(shop, 'usr_halfway', 'MANAGER');
    expect(roleAt(shop, 'usr_halfway')).toBe('MANAGER');
  });

  it('does not keep a role that was given and taken back while answers were lost', async () => {
    const shop = await openShop(context);
    const { id } = (await add(shop, 'usr_shortly', 'FINANCE'))['staff'] as Member;
    const change = (role: string) =>
      mutate(context, 'changeStaffRole', { shopId: shop.shopId, staffId: id, role }, member, shop.owner);
    context.double.goAway(true);
    await change('OWNER');
    context.double.roles.set(`${shop.shopId} usr_shortly`, 'OWNER');
    context.double.goAway(false);
    expect((await change('FINANCE'))['staff']).toMatchObject({ role: 'FINANCE', effective: true });
    expect(roleAt(shop, 'usr_shortly')).toBe('FINANCE');
  });

  it('ends on one role, here and at identity, when roles change at the same moment', async () => {
    const shop = await openShop(context);
    const { id } = (await add(shop, 'usr_torn', 'FINANCE'))['staff'] as Member;
    const roles = ['MANAGER', 'FULFILMENT', 'CATALOG_EDITOR', 'FINANCE'];
    await Promise.all(
      roles.map((role) =>
        mutate(context, 'changeStaffRole', { shopId: shop.shopId, staffId: id, role }, member, shop.owner),
      ),
    );
    const row = (await staffOf(shop)).find((candidate) => candidate.id === id);
    expect(row?.effective).toBe(true);
    expect(roleAt(shop, 'usr_torn')).toBe(row?.role);
  });

  it('bounds how often somebody may look addresses up', async () => {
    const shop = await openShop(context);
    const codes = new Set<string>();
    for (let tries = 0; tries < 61; tries += 1) {
      const payload = await mutate(
        context,
        'addShopStaff',
        { shopId: shop.shopId, email: `guess${tries}@example.com`, role: 'FINANCE' },
        member,
        shop.owner,
      );
      for (const code of codesOf(payload)) codes.add(code);
    }
    expect([...codes]).toEqual(['USER_NOT_FOUND', 'TOO_MANY_ATTEMPTS']);
  });

  it('tells notifications whom to tell', async () => {
    const shop = await openShop(context);
    await add(shop, 'usr_packer', 'FULFILMENT');
    await add(shop, 'usr_editor', 'CATALOG_EDITOR');
    const answer = await context.ask(
      'query ($ids: [ID!]!) { shopContacts(ids: $ids) { shopId ownerUserId notifyUserIds } }',
      { ids: [shop.shopId, 'shp_none'] },
      { as: asService('notifications') },
    );
    expect(answer.data).toEqual({
      shopContacts: [{ shopId: shop.shopId, ownerUserId: shop.ownerId, notifyUserIds: [shop.ownerId, 'usr_packer'] }],
    });
  });
});
