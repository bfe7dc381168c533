import { assertBatch } from '@vitrina/platform/internal';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { sessionStates as readStates } from '../../queries/session-states.ts';

export const sessionStates: QueryResolvers['sessionStates'] = (_root, { ids }, { services }) => {
  assertBatch(ids);
  return readStates(services.database, ids, services.clock.now());
};
