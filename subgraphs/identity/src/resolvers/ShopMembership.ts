import { invariant } from '@vitrina/platform/errors';
import type { ShopMembershipResolvers, ShopRole } from '../generated/resolvers.ts';

const roles: readonly ShopRole[] = ['OWNER', 'MANAGER', 'CATALOG_EDITOR', 'FULFILMENT', 'FINANCE'];

export const ShopMembership: ShopMembershipResolvers = {
  shop: ({ shopId }) => ({ id: shopId }),
  role: ({ role }) => {
    const known = roles.find((candidate) => candidate === role);
    invariant(known, `The schema does not know the shop role ${role}.`);
    return known;
  },
};
