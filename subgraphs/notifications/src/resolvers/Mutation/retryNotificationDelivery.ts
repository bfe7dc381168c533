import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { retryDelivery } from '../../usecases/retry-delivery.ts';

export const retryNotificationDelivery: MutationResolvers['retryNotificationDelivery'] = async (
  _root,
  { input },
  { services },
) => {
  const { value: delivery, userErrors } = toPayload(await retryDelivery(services, input.deliveryId));
  return { delivery, userErrors };
};
