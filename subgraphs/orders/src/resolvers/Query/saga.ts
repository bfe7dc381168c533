import type { QueryResolvers } from '../../generated/resolvers.ts';
import { checkoutSagaName } from '../../sagas/checkout/data.ts';

export const saga: QueryResolvers['saga'] = (_parent, { groupId }, { services }) =>
  services.sagas.bySubject(checkoutSagaName, groupId);
