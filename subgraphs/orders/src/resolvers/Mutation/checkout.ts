import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { checkout as buy } from '../../usecases/checkout.ts';
import { purchasePayload } from '../purchase-payload.ts';

/** Buys a cart; the answer tells where the purchase stands, also when it is a repetition. */
export const checkout: MutationResolvers['checkout'] = async (_parent, { input }, ctx) => {
  const { idempotency, services, identity, meta } = ctx;
  invariant(idempotency, 'checkout is idempotent.');
  const { terms, paymentMethodId = null, providerToken = null, saveMethod, returnUrl = null } = input.payment;
  const purchase = await buy(services, identity, idempotency, {
    cartId: input.cartId,
    contactEmail: input.contactEmail?.trim() || null,
    addressId: input.addressId ?? null,
    terms: terms ?? 'PREPAID',
    payment: { paymentMethodId, providerToken, saveMethod: saveMethod ?? false, returnUrl },
    expectedTotalMinor: input.expectedTotalMinor ?? null,
    locale: meta.locale,
  });
  return purchasePayload(ctx, purchase);
};
