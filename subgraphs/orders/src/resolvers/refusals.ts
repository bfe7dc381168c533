import { money } from '@vitrina/platform/money';
import type { Resolvers } from '../generated/resolvers.ts';

export const PriceChanged: Resolvers['PriceChanged'] = {
  was: ({ wasMinor, currency }) => money(BigInt(wasMinor), currency),
  now: ({ nowMinor, nowCurrency }) => money(BigInt(nowMinor), nowCurrency),
};

export const TotalChanged: Resolvers['TotalChanged'] = {
  was: ({ wasMinor, currency }) => money(BigInt(wasMinor), currency),
  now: ({ nowMinor, currency }) => money(BigInt(nowMinor), currency),
};

export const ShopClosed: Resolvers['ShopClosed'] = { shop: ({ shopId }) => ({ id: shopId }) };

export const NotDeliverable: Resolvers['NotDeliverable'] = { shop: ({ shopId }) => ({ id: shopId }) };
