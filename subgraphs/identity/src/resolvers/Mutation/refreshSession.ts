import type { MutationResolvers } from '../../generated/resolvers.ts';
import { refreshSession as exchange } from '../../usecases/refresh-session.ts';
import { dropCookie, handOver } from '../hand-over.ts';

export const refreshSession: MutationResolvers['refreshSession'] = async (_root, { input }, context) => {
  const fromCookie = input.refreshToken == null && context.meta.refreshToken !== undefined;
  const result = await exchange(context.services, input.refreshToken ?? context.meta.refreshToken, context.meta);
  const isOver = !result.ok && result.refusals[0].code === 'REFRESH_TOKEN_NOT_VALID';
  if (fromCookie && isOver) dropCookie(context);
  // What came as a cookie stays one: a script in the page must not get to read it by asking for the body.
  return handOver(context, result, input.transport === 'BODY' && !fromCookie);
};
