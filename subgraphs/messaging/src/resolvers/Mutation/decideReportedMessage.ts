import { requireUser } from '@vitrina/platform/auth';
import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { decideReportedMessage as decide } from '../../usecases/decide-reported-message.ts';

/** Safe to repeat. */
export const decideReportedMessage: MutationResolvers['decideReportedMessage'] = async (_parent, { input }, ctx) => {
  const { userId } = requireUser(ctx.actor);
  const { value, userErrors } = toPayload(await decide(ctx.services, { ...input, decidedBy: userId }));
  return { reportedMessage: value, userErrors };
};
