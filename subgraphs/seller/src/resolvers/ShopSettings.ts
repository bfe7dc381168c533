import type { ShopSettingsResolvers } from '../generated/resolvers.ts';
import { commissionOf } from '../queries/checkout-shops.ts';

export const ShopSettings: ShopSettingsResolvers = {
  commissionBasisPoints: (shop, _args, { services }) => commissionOf(shop, services),
};
