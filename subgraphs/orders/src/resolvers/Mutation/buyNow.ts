import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { buyNow as buy } from '../../usecases/checkout.ts';
import { purchasePayload } from '../purchase-payload.ts';

/** One click: prepaid, with a saved address and a saved payment method. */
export const buyNow: MutationResolvers['buyNow'] = async (_parent, { input }, ctx) => {
  const { idempotency, services, identity, meta } = ctx;
  invariant(idempotency, 'buyNow is idempotent.');
  const purchase = await buy(services, identity, idempotency, {
    variantId: input.variantId,
    quantity: input.quantity ?? 1,
    priceSeenMinor: input.unitPriceMinor,
    currency: input.currency,
    addressId: input.addressId ?? null,
    deliveryMethodId: input.deliveryMethodId ?? null,
    paymentMethodId: input.paymentMethodId,
    returnUrl: input.returnUrl ?? null,
    locale: meta.locale,
  });
  return purchasePayload(ctx, purchase);
};
