import { invariant } from '@vitrina/platform/errors';
import { groupById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { Purchase } from '../usecases/checkout.ts';

const statusOf = {
  PROCESSING: 'PROCESSING',
  REQUIRES_ACTION: 'REQUIRES_ACTION',
  CONFIRMED: 'CONFIRMED',
  SETTLED: 'CONFIRMED',
  CANCELLED: 'REFUSED',
} as const;

/** A purchase as it stands now: a replay tells what became of it meanwhile. */
export const purchasePayload = async (ctx: Context, { outcome, replayed }: Purchase) => {
  if (!('groupId' in outcome))
    return { status: null, group: null, action: null, userErrors: outcome.refusals, replayed };
  const group = await ctx.loaders.one(groupById).clear(outcome.groupId).load(outcome.groupId);
  invariant(group, `There is no order group ${outcome.groupId}.`);
  return { status: statusOf[group.phase], group, action: group.action, userErrors: group.failures ?? [], replayed };
};
