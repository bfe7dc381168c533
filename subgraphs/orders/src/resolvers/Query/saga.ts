import type { QueryResolvers } from '../../generated/resolvers.ts';
import { checkoutSagaName } from '../../sagas/checkout/data.ts';

/** The purchase of a group; cancellations and refunds that are stuck are found by `stuckSagas`. */
export const saga: QueryResolvers['saga'] = (_parent, { groupId }, { services }) =>
  services.sagas.bySubject(checkoutSagaName, groupId);
