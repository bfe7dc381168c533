import type { Identity } from '@vitrina/platform/auth';
import { isId, newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { eq, sql } from 'drizzle-orm';
import { checkTags, type KnownProduct, maxTags, type WantedTag } from '../domain/product-tags.ts';
import { checkVersion, notReadYet } from '../domain/video-form.ts';
import { ListedProductsDocument } from '../generated/catalog-client.ts';
import type { Services } from '../services.ts';
import { productTag } from '../store/parts.table.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { lockStaffVideo, staffVideo } from './access.ts';

export interface TagsInput {
  readonly videoId: string;
  readonly expectedVersion: number | null;
  readonly tags: readonly WantedTag[];
}

const productsOf = async ({ internal }: Services, tags: readonly WantedTag[]): Promise<readonly KnownProduct[]> => {
  const ids = [...new Set(tags.map(({ productId }) => productId))].filter((id) => isId(id, 'prd'));
  if (ids.length === 0 || tags.length > maxTags) return [];
  return (await internal.call('catalog', ListedProductsDocument, { ids })).listedProducts;
};

/**
 * Sets all tags of a video: what is not named goes. Products are asked for before the transaction; that one may be deleted
 * meanwhile is harmless, since a tag shows what the graph knows of it. Refusals: VERSION_CONFLICT, VIDEO_NOT_READ_YET, and
 * those of `checkTags`.
 */
export const setProductTags = async (
  services: Services,
  identity: Identity,
  { videoId, expectedVersion, tags }: TagsInput,
): Promise<Result<VideoRow, Refusal>> => {
  const known = await staffVideo(services.database.orm, identity, videoId);
  if (!known.facts) return refuse(notReadYet(['videoId']));
  const { durationSeconds } = known.facts;
  const checked = checkTags(tags, { shopId: known.shopId, durationSeconds }, await productsOf(services, tags));
  if (!checked.ok) return checked;
  return services.database.transaction(async (tx): Promise<Result<VideoRow, Refusal>> => {
    const row = await lockStaffVideo(tx, identity, videoId);
    const version = checkVersion(expectedVersion, row.version);
    if (!version.ok) return version;
    await tx.delete(productTag).where(eq(productTag.videoId, videoId));
    if (tags.length > 0) await tx.insert(productTag).values(tags.map((tag) => ({ id: newId('vpt'), videoId, ...tag })));
    const [changed] = await tx
      .update(video)
      .set({ version: sql`${video.version} + 1` })
      .where(eq(video.id, videoId))
      .returning();
    return ok(changed ?? row);
  });
};
