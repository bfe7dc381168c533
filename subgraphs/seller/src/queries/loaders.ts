import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { firstDayOf, type SalesPeriod } from '../domain/sales.ts';
import type { Services } from '../services.ts';
import { type ApiClientRow, clientsOfShops } from '../store/api-clients.ts';
import { type DeliveryMethodRow, methodsOfShops } from '../store/delivery-methods.ts';
import { type SalesRow, salesSince } from '../store/sales.ts';
import { type ShopRow, shopsByIds } from '../store/shops.ts';
import { type StaffRow, staffOfShops } from '../store/staff.ts';

/** Shops by id. */
export const shops: LoaderDefinition<Services, string, ShopRow> = {
  load: ({ database }, ids) => shopsByIds(database.orm, ids),
  keyOf: (row) => row.id,
};

/** Delivery methods by shop, in the shop's order. */
export const methodsByShop: LoaderDefinition<Services, string, DeliveryMethodRow> = {
  load: ({ database }, ids) => methodsOfShops(database.orm, ids),
  keyOf: (row) => row.shopId,
};

/** Staff by shop. */
export const staffByShop: LoaderDefinition<Services, string, StaffRow> = {
  load: ({ database }, ids) => staffOfShops(database.orm, ids),
  keyOf: (row) => row.shopId,
};

/** API clients by shop. */
export const clientsByShop: LoaderDefinition<Services, string, ApiClientRow> = {
  load: ({ database }, ids) => clientsOfShops(database.orm, ids),
  keyOf: (row) => row.shopId,
};

const salesIn = (period: SalesPeriod): LoaderDefinition<Services, string, SalesRow> => ({
  load: ({ database, clock }, ids) => salesSince(database.orm, ids, firstDayOf(period, clock.now())),
  keyOf: (row) => row.shopId,
});

/** Sales days by shop, a loader per period. */
export const salesByShop: Record<SalesPeriod, LoaderDefinition<Services, string, SalesRow>> = {
  TODAY: salesIn('TODAY'),
  LAST_7_DAYS: salesIn('LAST_7_DAYS'),
  LAST_30_DAYS: salesIn('LAST_30_DAYS'),
  LAST_90_DAYS: salesIn('LAST_90_DAYS'),
};
