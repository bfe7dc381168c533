import { requireInShop } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { removeDeliveryMethod as removeMethod } from '../../usecases/delivery-methods.ts';

export const removeDeliveryMethod: MutationResolvers['removeDeliveryMethod'] = async (
  _root,
  { input },
  { services, actor },
) => {
  requireInShop(actor, input.shopId, 'shop:settings');
  const { value, userErrors } = toPayload(await removeMethod(services, input.shopId, input.code));
  return { removedDeliveryMethodId: value, userErrors };
};
