import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { reportMessage as report } from '../../usecases/report-message.ts';

/** Safe to repeat. */
export const reportMessage: MutationResolvers['reportMessage'] = async (_parent, { input }, ctx) => {
  const { value, userErrors } = toPayload(await report(ctx.services, ctx.actor, input));
  return { message: value, userErrors };
};
