import type { MutationResolvers } from '../../generated/resolvers.ts';
import { updateDraft } from '../../usecases/edit-landing.ts';
import { toLandingPayload } from '../landing-payload.ts';

export const updateVideoLandingDraft: MutationResolvers['updateVideoLandingDraft'] = async (_root, { input }, ctx) =>
  toLandingPayload(await updateDraft(ctx.services, ctx.actor, input));
