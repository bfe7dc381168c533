import type { MutationResolvers } from '../../generated/resolvers.ts';
import { renameLanding } from '../../usecases/edit-landing.ts';
import { toLandingPayload } from '../landing-payload.ts';

export const renameVideoLanding: MutationResolvers['renameVideoLanding'] = async (_root, { input }, ctx) =>
  toLandingPayload(await renameLanding(ctx.services, ctx.actor, input));
