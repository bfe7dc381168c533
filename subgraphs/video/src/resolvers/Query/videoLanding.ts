import type { QueryResolvers } from '../../generated/resolvers.ts';
import { landingsBySlug } from '../../queries/landings.ts';
import { visibleLanding } from '../VideoLanding.ts';

/** By any address the page has or had; its slug says where it is now. */
export const videoLanding: QueryResolvers['videoLanding'] = async (_root, { slug }, ctx) =>
  visibleLanding(await ctx.loaders.one(landingsBySlug).load(slug), ctx);
