import type { ShopStaffResolvers } from '../generated/resolvers.ts';

export const ShopStaff: ShopStaffResolvers = {
  user: ({ userId }) => ({ id: userId }),
  effective: ({ role, grantedRole, leaving }) => !leaving && role === grantedRole,
};
