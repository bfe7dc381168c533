import type { CheckoutShop } from '../generated/resolvers.ts';
import type { Services } from '../services.ts';
import { type ActiveMethod, termsOfShops } from '../store/shop-terms.ts';
import type { ShopRow } from '../store/shops.ts';

/** The commission a shop pays now: its own or the market's. */
export const commissionOf = (shop: ShopRow, { config }: Services): number =>
  shop.commissionBasisPoints ?? config.VITRINA_COMMISSION_BASIS_POINTS;

const reachOf = (methods: readonly ActiveMethod[]): Pick<CheckoutShop, 'countries' | 'deliversWorldwide'> => {
  const zones = methods.flatMap((method) => method.zones);
  return {
    countries: [...new Set(zones.flatMap((zone) => zone.countries))].sort(),
    deliversWorldwide: zones.some((zone) => zone.countries.length === 0),
  };
};

/** Terms of shops as they are now, in one statement however many. */
export const checkoutShops = async (services: Services, ids: readonly string[]): Promise<readonly CheckoutShop[]> =>
  (await termsOfShops(services.database.orm, ids)).map(({ shop, methods }) => ({
    shopId: shop.id,
    name: shop.name,
    status: shop.status,
    acceptsOrders: shop.status === 'ACTIVE' && shop.acceptsOrders,
    currency: shop.currency,
    commissionBasisPoints: commissionOf(shop, services),
    returnWindowDays: shop.returnWindowDays,
    cancellationWindowMinutes: shop.cancellationWindowMinutes,
    lowStockThreshold: shop.lowStockThreshold,
    ...reachOf(methods),
  }));
