import type { QueryResolvers } from '../../generated/resolvers.ts';
import { quoteDelivery as quote } from '../../queries/quote-delivery.ts';

export const quoteDelivery: QueryResolvers['quoteDelivery'] = (_root, { input }, { services }) =>
  quote(services, {
    shopId: input.shopId,
    currency: input.currency,
    destination: { country: input.country, region: input.region ?? null, postalCode: input.postalCode ?? null },
    goods: { amountMinor: input.goodsMinor, units: input.units },
  });
