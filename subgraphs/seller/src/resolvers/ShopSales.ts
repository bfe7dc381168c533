import { type Money, money } from '@vitrina/platform/money';
import { addUp, type DayCount } from '../domain/sales.ts';
import type { ShopSalesDayResolvers, ShopSalesResolvers } from '../generated/resolvers.ts';

const revenueOf = (counts: readonly DayCount[]): Money[] =>
  [...addUp(counts).revenueMinor].map(([currency, amount]) => money(amount, currency));

export const ShopSales: ShopSalesResolvers = {
  orderCount: (counts) => addUp(counts).orderCount,
  revenue: revenueOf,
  days: (counts) =>
    [...new Set(counts.map(({ day }) => day))].map((day) => counts.filter((count) => count.day === day)),
};

export const ShopSalesDay: ShopSalesDayResolvers = {
  day: (counts) => counts[0]?.day ?? '',
  orderCount: (counts) => addUp(counts).orderCount,
  revenue: revenueOf,
};
