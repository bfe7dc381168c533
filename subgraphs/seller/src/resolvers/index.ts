import type { Resolvers } from '../generated/resolvers.ts';
import { DeliveryMethod } from './DeliveryMethod.ts';
import { DeliveryRate } from './DeliveryRate.ts';
import { DeliveryZone } from './DeliveryZone.ts';
import { addShopStaff } from './Mutation/addShopStaff.ts';
import { changeStaffRole } from './Mutation/changeStaffRole.ts';
import { closeShop } from './Mutation/closeShop.ts';
import { createApiClient } from './Mutation/createApiClient.ts';
import { openShop } from './Mutation/openShop.ts';
import { removeDeliveryMethod } from './Mutation/removeDeliveryMethod.ts';
import { removeShopStaff } from './Mutation/removeShopStaff.ts';
import { reopenShop } from './Mutation/reopenShop.ts';
import { revokeApiClient } from './Mutation/revokeApiClient.ts';
import { setDeliveryMethod } from './Mutation/setDeliveryMethod.ts';
import { setShopCommission } from './Mutation/setShopCommission.ts';
import { updateShop } from './Mutation/updateShop.ts';
import { apiClientByKeyHash } from './Query/apiClientByKeyHash.ts';
import { checkoutShops } from './Query/checkoutShops.ts';
import { quoteDeliveries } from './Query/quoteDeliveries.ts';
import { shop } from './Query/shop.ts';
import { shopBySlug } from './Query/shopBySlug.ts';
import { shopContacts } from './Query/shopContacts.ts';
import { shops } from './Query/shops.ts';
import { Shop } from './Shop.ts';
import { ShopConnection } from './ShopConnection.ts';
import { ShopSales, ShopSalesDay } from './ShopSales.ts';
import { ShopSettings } from './ShopSettings.ts';
import { ShopStaff } from './ShopStaff.ts';

/** Every resolver of this context, by type. */
export const resolvers: Partial<Resolvers> = {
  Query: { apiClientByKeyHash, checkoutShops, quoteDeliveries, shop, shopBySlug, shopContacts, shops },
  Mutation: {
    addShopStaff,
    changeStaffRole,
    closeShop,
    createApiClient,
    openShop,
    removeDeliveryMethod,
    removeShopStaff,
    reopenShop,
    revokeApiClient,
    setDeliveryMethod,
    setShopCommission,
    updateShop,
  },
  DeliveryMethod,
  DeliveryRate,
  DeliveryZone,
  Shop,
  ShopConnection,
  ShopSales,
  ShopSalesDay,
  ShopSettings,
  ShopStaff,
};
