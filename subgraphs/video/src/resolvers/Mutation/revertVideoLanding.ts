import type { MutationResolvers } from '../../generated/resolvers.ts';
import { revertDraft } from '../../usecases/edit-landing.ts';
import { toLandingPayload } from '../landing-payload.ts';

export const revertVideoLanding: MutationResolvers['revertVideoLanding'] = async (_root, { input }, ctx) =>
  toLandingPayload(await revertDraft(ctx.services, ctx.actor, input));
