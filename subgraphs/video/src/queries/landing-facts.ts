import { inArray } from 'drizzle-orm';
import { referencesOf } from '../domain/landing-document.ts';
import type { ReferenceFacts } from '../domain/landing-problems.ts';
import { isPublic } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { imagesByIds } from '../store/landing-images.ts';
import type { LandingRow } from '../store/landings.ts';
import { video } from '../store/video.table.ts';
import { readListedProducts } from './listed-products.ts';

/** What the owners of everything a draft shows say of it now; only this shop's own videos and goods count. */
export const readReferenceFacts = async (services: Services, row: LandingRow): Promise<ReferenceFacts> => {
  const { database, clock } = services;
  const { videoIds, productIds, imageIds } = referencesOf(row.draft);
  const [videos, products, images] = await Promise.all([
    videoIds.length === 0
      ? []
      : database.orm
          .select()
          .from(video)
          .where(inArray(video.id, [...videoIds])),
    readListedProducts(services, productIds),
    imageIds.length === 0 ? [] : imagesByIds(database.orm, imageIds),
  ]);
  return {
    publicVideoIds: new Set(
      videos.filter((found) => found.shopId === row.shopId && isPublic(found)).map(({ id }) => id),
    ),
    productIdsOnSale: new Set(
      products.filter(({ shopId, onSale }) => onSale && shopId === row.shopId).map(({ productId }) => productId),
    ),
    readyImageIds: new Set(
      images.filter(({ landingId, state }) => landingId === row.id && state === 'READY').map(({ id }) => id),
    ),
    now: clock.now(),
  };
};
