import { requireInShop } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers, SetDeliveryMethodInput } from '../../generated/resolvers.ts';
import { type NewMethod, setDeliveryMethod as setMethod } from '../../usecases/delivery-methods.ts';

type Input = Omit<SetDeliveryMethodInput, 'shopId'>;

/** The defaults of the schema, for the generated types count fields with a default as optional. */
const toMethod = ({ active, paymentOnDelivery, position, zones, ...method }: Input): NewMethod => ({
  ...method,
  active: active ?? true,
  paymentOnDelivery: paymentOnDelivery ?? false,
  position: position ?? 0,
  zones: zones.map((zone) => ({
    ...zone,
    regions: zone.regions ?? [],
    postalCodePrefixes: zone.postalCodePrefixes ?? [],
    basis: zone.basis ?? 'GOODS_AMOUNT',
  })),
});

export const setDeliveryMethod: MutationResolvers['setDeliveryMethod'] = async (
  _root,
  { input },
  { services, actor },
) => {
  const { shopId, ...method } = input;
  requireInShop(actor, shopId, 'shop:settings');
  const { value, userErrors } = toPayload(await setMethod(services, shopId, toMethod(method)));
  return { deliveryMethod: value, userErrors };
};
