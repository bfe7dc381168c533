import { rolesToldOfOrders } from '../domain/capabilities.ts';
import type { ShopContact } from '../generated/resolvers.ts';
import type { Services } from '../services.ts';
import { staffOfShops } from '../store/staff.ts';

/** Whom to tell about the orders of shops; the staff comes with those of longest standing first. */
export const shopContacts = async ({ database }: Services, ids: readonly string[]): Promise<readonly ShopContact[]> => {
  const staff = await staffOfShops(database.orm, ids);
  return [...new Set(staff.map((member) => member.shopId))].flatMap((shopId) => {
    const members = staff.filter((member) => member.shopId === shopId);
    const owner = members.find((member) => member.role === 'OWNER');
    if (!owner) return [];
    return [
      {
        shopId,
        ownerUserId: owner.userId,
        notifyUserIds: members
          .filter((member) => rolesToldOfOrders.includes(member.role))
          .map((member) => member.userId),
      },
    ];
  });
};
