import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { replayDeliveries } from '../../usecases/replay-deliveries.ts';

export const replayNotificationDeliveries: MutationResolvers['replayNotificationDeliveries'] = async (
  _root,
  { input },
  { services },
) => {
  const { value, userErrors } = toPayload(await replayDeliveries(services, input));
  return { replayedCount: value ?? 0, userErrors };
};
