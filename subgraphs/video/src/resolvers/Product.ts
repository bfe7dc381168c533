import { AppError } from '@vitrina/platform/errors';
import type { LoaderDefinition } from '@vitrina/platform/loaders';
import type { Resolvers } from '../generated/resolvers.ts';
import { publicVideosOfProducts } from '../queries/video-lists.ts';
import type { Services } from '../services.ts';
import type { VideoRow } from '../store/video.table.ts';

const maxVideos = 20;

type OfProduct = { readonly productId: string; readonly video: VideoRow };

/** A loader is known by its identity, so there is one per number of videos asked for. */
const newestOfProducts: readonly LoaderDefinition<Services, string, OfProduct>[] = Array.from(
  { length: maxVideos + 1 },
  (_, limit) => ({
    load: (services: Services, ids: readonly string[]) => publicVideosOfProducts(services, ids, limit),
    keyOf: ({ productId }: OfProduct) => productId,
  }),
);

/** What video adds to a product. */
export const Product: Resolvers['Product'] = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  videos: async ({ id }, { first }, ctx) => {
    const loader = newestOfProducts[first];
    if (!loader)
      throw new AppError('BAD_USER_INPUT', `"first" must be between 0 and ${maxVideos}.`, { field: ['first'] });
    return first === 0 ? [] : (await ctx.loaders.many(loader).load(id)).map(({ video }) => video);
  },
};
