import { AppError } from '@vitrina/platform/errors';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { liveStreamsOfShop } from '../../queries/live-streams.ts';

const most = 100;

/** What is shown depends on who asks. */
export const liveStreams: QueryResolvers['liveStreams'] = (_parent, { shopId, first }, ctx) => {
  if (first < 1 || first > most)
    throw new AppError('BAD_USER_INPUT', `first must be 1 to ${most}.`, { field: ['first'] });
  return liveStreamsOfShop(ctx.services, ctx.actor, shopId, first);
};
