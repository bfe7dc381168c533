import type { Connection } from '@vitrina/platform/pagination';
import type { DeliveryRate, DeliveryZone } from './domain/delivery.ts';
import type { ShopVersionConflict } from './domain/refusals.ts';
import type { DayCount } from './domain/sales.ts';
import type { ApiClientRow } from './store/api-clients.ts';
import type { DeliveryMethodRow } from './store/delivery-methods.ts';
import type { ShopRow } from './store/shops.ts';
import type { StaffRow } from './store/staff.ts';

export type ShopMapper = ShopRow;
export type ShopConnectionMapper = Connection<ShopRow>;
export type ShopSettingsMapper = ShopRow;
export type ShopStaffMapper = StaffRow;
export type ApiClientMapper = ApiClientRow;
export type DeliveryMethodMapper = DeliveryMethodRow;
export type DeliveryZoneMapper = DeliveryZone & { readonly currency: string };
export type DeliveryRateMapper = DeliveryRate & { readonly currency: string };
/** The days of a period, or of one day. */
export type ShopSalesMapper = readonly DayCount[];
export type ShopSalesDayMapper = readonly DayCount[];
export type ShopVersionConflictMapper = ShopVersionConflict;
