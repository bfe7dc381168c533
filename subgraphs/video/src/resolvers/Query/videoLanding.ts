import type { QueryResolvers } from '../../generated/resolvers.ts';
import { landingsBySlug } from '../../queries/landings.ts';
import { isStaff } from '../../usecases/access.ts';

export const videoLanding: QueryResolvers['videoLanding'] = async (_root, { slug }, { loaders, actor }) => {
  const row = await loaders.one(landingsBySlug).load(slug);
  return row && (row.publishedVersion !== null || isStaff(actor, row.shopId)) ? row : null;
};
