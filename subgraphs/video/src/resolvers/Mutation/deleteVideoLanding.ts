import type { MutationResolvers } from '../../generated/resolvers.ts';
import { deleteLanding } from '../../usecases/delete-landing.ts';

export const deleteVideoLanding: MutationResolvers['deleteVideoLanding'] = async (_root, { input }, ctx) => ({
  deletedId: await deleteLanding(ctx.services, ctx.actor, input.landingId),
  userErrors: [],
});
