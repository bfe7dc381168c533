import type { MutationResolvers } from '../../generated/resolvers.ts';
import { publishLanding } from '../../usecases/publish-landing.ts';
import { toLandingPayload } from '../landing-payload.ts';

export const publishVideoLanding: MutationResolvers['publishVideoLanding'] = async (_root, { input }, ctx) =>
  toLandingPayload(await publishLanding(ctx.services, ctx.actor, input));
