import type { Actor } from '@vitrina/platform/auth';
import type { Page } from '@vitrina/platform/pagination';
import { lookupKey } from '@vitrina/platform/text';
import { and, asc, desc, eq, gt, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { productTag } from '../store/parts.table.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { videoStep } from '../store/work.table.ts';
import { isStaff } from '../usecases/access.ts';

/** Ids sort by time, so a page over ids is a page over time; newest first. */
export type VideoKey = readonly [id: string];

/** The same rule as `isPublic`, for statements. */
const isPublicSql = (): SQL | undefined =>
  and(eq(video.visibility, 'PUBLIC'), eq(video.moderation, 'APPROVED'), inArray(video.state, ['PLAYABLE', 'READY']));

/** A page of a shop's videos: all for its staff, those everybody may see for everybody else. */
export const videosOfShop = (
  { database }: Services,
  actor: Actor,
  shopId: string,
  { limit, direction, cursor }: Page<VideoKey>,
): Promise<VideoRow[]> => {
  const forward = direction === 'forward';
  // Cursors come from outside, and may hold what no id does.
  const from = cursor && lookupKey(String(cursor[0]));
  const after = from === undefined ? undefined : forward ? lt(video.id, from) : gt(video.id, from);
  return database.orm
    .select()
    .from(video)
    .where(and(eq(video.shopId, lookupKey(shopId)), isStaff(actor, shopId) ? undefined : isPublicSql(), after))
    .orderBy(forward ? desc(video.id) : asc(video.id))
    .limit(limit + 1);
};

/** Public videos that point at products, at most `limit` for each, newest first. */
export const publicVideosOfProducts = async (
  { database }: Services,
  productIds: readonly string[],
  limit: number,
): Promise<readonly { productId: string; video: VideoRow }[]> => {
  const tagged = database.orm
    .selectDistinct({ productId: productTag.productId, videoId: productTag.videoId })
    .from(productTag)
    .innerJoin(video, eq(video.id, productTag.videoId))
    .where(and(inArray(productTag.productId, [...productIds]), isPublicSql()))
    .as('tagged');
  const ranked = database.orm
    .select({
      productId: tagged.productId,
      videoId: tagged.videoId,
      rank: sql<number>`row_number() over (partition by ${tagged.productId} order by ${tagged.videoId} desc)`.as(
        'rank',
      ),
    })
    .from(tagged)
    .as('ranked');
  return database.orm
    .select({ productId: ranked.productId, video })
    .from(ranked)
    .innerJoin(video, eq(video.id, ranked.videoId))
    .where(sql`${ranked.rank} <= ${limit}`)
    .orderBy(desc(video.id));
};

/** Steps that were given up, newest first. */
export const failedWork = ({ database }: Services, limit: number) =>
  database.orm
    .select({ step: videoStep, video })
    .from(videoStep)
    .innerJoin(video, eq(video.id, videoStep.videoId))
    .where(eq(videoStep.state, 'FAILED'))
    .orderBy(desc(videoStep.endedAt))
    .limit(limit);
