import type { QueryResolvers } from '../../generated/resolvers.ts';
import { listSuppressed } from '../../queries/suppressed.ts';

export const suppressedAddresses: QueryResolvers['suppressedAddresses'] = (_root, { channel, ...page }, { services }) =>
  listSuppressed(services, channel ?? undefined, page);
