import { money } from '@vitrina/platform/money';
import type { DeliveryRateResolvers } from '../generated/resolvers.ts';

export const DeliveryRate: DeliveryRateResolvers = {
  price: ({ priceMinor, currency }) => money(BigInt(priceMinor), currency),
};
