import { orderById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { ChangeOutcome } from '../usecases/change-order.ts';
import { visibleOrder } from './Order.ts';

/** An order after a command, as it stands now. */
export const orderPayload = async (
  ctx: Context,
  { outcome, replayed }: { readonly outcome: ChangeOutcome; readonly replayed: boolean },
) => {
  ctx.loaders.one(orderById).clear(outcome.orderId);
  return { order: await visibleOrder(outcome.orderId, ctx), userErrors: outcome.refusals, replayed };
};
