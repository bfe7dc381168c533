import { money } from '@vitrina/platform/money';
import type { Resolvers } from '../generated/resolvers.ts';

/** The two prices may differ in currency as well. */
export const PriceChanged: Resolvers['PriceChanged'] = {
  was: ({ wasMinor, currency }) => money(BigInt(wasMinor), currency),
  now: ({ nowMinor, nowCurrency }) => money(BigInt(nowMinor), nowCurrency),
};

/** Both sums are in the currency of the purchase. */
export const TotalChanged: Resolvers['TotalChanged'] = {
  was: ({ wasMinor, currency }) => money(BigInt(wasMinor), currency),
  now: ({ nowMinor, currency }) => money(BigInt(nowMinor), currency),
};

/** The shop is a reference: its name is seller’s to tell. */
export const ShopClosed: Resolvers['ShopClosed'] = { shop: ({ shopId }) => ({ id: shopId }) };

/** The shop is a reference: its name is seller’s to tell. */
export const NotDeliverable: Resolvers['NotDeliverable'] = { shop: ({ shopId }) => ({ id: shopId }) };
