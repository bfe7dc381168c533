import type { MutationResolvers } from '../../generated/resolvers.ts';
import { unpublishLanding } from '../../usecases/publish-landing.ts';
import { toLandingPayload } from '../landing-payload.ts';

export const unpublishVideoLanding: MutationResolvers['unpublishVideoLanding'] = async (_root, { input }, ctx) =>
  toLandingPayload(await unpublishLanding(ctx.services, ctx.actor, input));
