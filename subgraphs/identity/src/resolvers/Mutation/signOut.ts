import type { MutationResolvers } from '../../generated/resolvers.ts';
import { signOut as end } from '../../usecases/sign-out.ts';
import { dropCookie } from '../hand-over.ts';

export const signOut: MutationResolvers['signOut'] = async (_root, { input }, context) => {
  const signedOut = await end(context.services, context.actor, input.refreshToken ?? context.meta.refreshToken);
  dropCookie(context);
  return { signedOut, userErrors: [] };
};
