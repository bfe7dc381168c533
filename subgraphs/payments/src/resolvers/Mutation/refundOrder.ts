import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { refundOrder as refund } from '../../usecases/refund-order.ts';

/** For orders only; the same reference is the same refund. */
export const refundOrder: MutationResolvers['refundOrder'] = async (_parent, { input }, { services }) => {
  const { value, userErrors } = toPayload(await refund(services, input));
  return { refund: value, userErrors };
};
