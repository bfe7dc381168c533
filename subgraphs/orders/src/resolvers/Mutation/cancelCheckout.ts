import { invariant } from '@vitrina/platform/errors';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { groupById, ordersOfGroup } from '../../queries/loaders.ts';
import { cancelCheckout as cancel } from '../../usecases/cancel-checkout.ts';
import { visibleGroup } from '../OrderGroup.ts';

/** For the buyer alone; the group is answered as it stands after the saga had its time. */
export const cancelCheckout: MutationResolvers['cancelCheckout'] = async (_parent, { input }, ctx) => {
  invariant(ctx.idempotency, 'cancelCheckout is idempotent.');
  const { outcome, replayed } = await cancel(ctx.services, ctx.identity, ctx.idempotency, input.groupId);
  ctx.loaders.one(groupById).clear(outcome.groupId);
  ctx.loaders.many(ordersOfGroup).clear(outcome.groupId);
  return { group: await visibleGroup(outcome.groupId, ctx), userErrors: outcome.refusals, replayed };
};
