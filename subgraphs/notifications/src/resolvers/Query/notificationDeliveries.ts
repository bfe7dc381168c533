import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listDeliveries } from '../../queries/deliveries.ts';

export const notificationDeliveries: QueryResolvers['notificationDeliveries'] = (
  _root,
  { state, ...page },
  { services },
) => listDeliveries(services, state ?? undefined, page);
