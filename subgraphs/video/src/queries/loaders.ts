import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { asc, inArray, sql } from 'drizzle-orm';
import { stages } from '../domain/stages.ts';
import type { Services } from '../services.ts';
import {
  type CaptionRow,
  caption,
  type ProductTagRow,
  productTag,
  type RenditionRow,
  rendition,
  type ThumbnailRow,
  thumbnail,
} from '../store/parts.table.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { type StepRow, videoStep } from '../store/work.table.ts';

type Loader<V> = LoaderDefinition<Services, string, V>;

/** Videos whoever asks; resolvers decide what is shown. */
export const videoById: Loader<VideoRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(video)
      .where(inArray(video.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** Best first. */
export const renditionsOfVideo: Loader<RenditionRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(rendition)
      .where(inArray(rendition.videoId, [...ids]))
      .orderBy(asc(rendition.position)),
  keyOf: ({ videoId }) => videoId,
};

/** Candidates best first, then those taken by hand, oldest first. */
export const thumbnailsOfVideo: Loader<ThumbnailRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(thumbnail)
      .where(inArray(thumbnail.videoId, [...ids]))
      .orderBy(sql`${thumbnail.position} asc nulls last`, asc(thumbnail.id)),
  keyOf: ({ videoId }) => videoId,
};

/** By language. */
export const captionsOfVideo: Loader<CaptionRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(caption)
      .where(inArray(caption.videoId, [...ids]))
      .orderBy(asc(caption.language)),
  keyOf: ({ videoId }) => videoId,
};

/** In the order in which they appear. */
export const tagsOfVideo: Loader<ProductTagRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(productTag)
      .where(inArray(productTag.videoId, [...ids]))
      .orderBy(asc(productTag.startSeconds), asc(productTag.id)),
  keyOf: ({ videoId }) => videoId,
};

/** In the order in which they are done. */
export const stepsOfVideo: Loader<StepRow> = {
  load: async ({ database }, ids) => {
    const rows = await database.orm
      .select()
      .from(videoStep)
      .where(inArray(videoStep.videoId, [...ids]));
    return rows.sort((left, right) => stages.indexOf(left.stage) - stages.indexOf(right.stage));
  },
  keyOf: ({ videoId }) => videoId,
};
