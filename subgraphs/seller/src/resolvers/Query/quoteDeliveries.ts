import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { quoteDeliveries as quote } from '../../queries/quote-deliveries.ts';

export const quoteDeliveries: QueryResolvers['quoteDeliveries'] = (_root, { inputs }, { services }) => {
  assertBatch(inputs, 'inputs');
  return quote(
    services,
    inputs.map((input) => ({
      shopId: input.shopId,
      currency: input.currency,
      destination: { country: input.country, region: input.region ?? null, postalCode: input.postalCode ?? null },
      goods: { amountMinor: input.goodsMinor, units: input.units },
    })),
  );
};
