import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { checkoutShops as readTerms } from '../../queries/checkout-shops.ts';

export const checkoutShops: QueryResolvers['checkoutShops'] = (_root, { ids }, { services }) => {
  assertBatch(ids);
  return readTerms(services, ids);
};
