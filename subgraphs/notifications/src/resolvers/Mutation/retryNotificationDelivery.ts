import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { replayDelivery } from '../../usecases/replay-deliveries.ts';

export const retryNotificationDelivery: MutationResolvers['retryNotificationDelivery'] = async (
  _root,
  { input },
  { services },
) => {
  const { value: delivery, userErrors } = toPayload(await replayDelivery(services, input.deliveryId));
  return { delivery, userErrors };
};
