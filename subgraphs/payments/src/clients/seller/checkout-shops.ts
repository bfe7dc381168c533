import type { InternalCaller } from '@vitrina/platform/internal';
import { CheckoutShopsDocument, type CheckoutShopsQuery } from '../../generated/seller-client.ts';

/** A shop's terms as they are now. Unknown shops are left out. */
export const checkoutShops = async (
  internal: InternalCaller,
  ids: string[],
): Promise<CheckoutShopsQuery['checkoutShops']> =>
  (await internal.call('seller', CheckoutShopsDocument, { ids })).checkoutShops;
