import type { QueryResolvers } from '../../generated/resolvers.ts';
import { deliveryAddress as readAddress } from '../../queries/address-book.ts';

export const deliveryAddress: QueryResolvers['deliveryAddress'] = (_root, { userId, addressId }, { services }) =>
  readAddress(services, userId, addressId);
