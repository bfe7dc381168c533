import type { MutationResolvers } from '../../generated/resolvers.ts';
import { requireStaff } from '../../usecases/access.ts';
import { createLanding } from '../../usecases/create-landing.ts';
import { toLandingPayload } from '../landing-payload.ts';

export const createVideoLanding: MutationResolvers['createVideoLanding'] = async (_root, { input }, ctx) => {
  requireStaff(ctx.actor, input.shopId);
  return toLandingPayload(await createLanding(ctx.services, input));
};
