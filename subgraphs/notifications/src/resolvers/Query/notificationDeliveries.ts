import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listDeliveries } from '../../queries/deliveries.ts';

export const notificationDeliveries: QueryResolvers['notificationDeliveries'] = (
  _root,
  { state, channel, kind, ...page },
  { services },
) =>
  listDeliveries(services, { state: state ?? undefined, channel: channel ?? undefined, kind: kind ?? undefined }, page);
