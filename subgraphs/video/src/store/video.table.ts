import { sql } from 'drizzle-orm';
import { bigint, boolean, doublePrecision, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { LadderPlan } from '../domain/ladder.ts';
import type { MediaFacts, VideoFormat } from '../domain/media-facts.ts';
import type { Home, Moderation, VideoState, Visibility } from '../domain/video-state.ts';

const at = () => timestamp({ withTimezone: true });

/** A video of a shop. Its row is the lock under which everything about it changes. */
export const video = pgTable(
  'video',
  {
    id: text().primaryKey(),
    shopId: text().notNull(),
    title: text().notNull(),
    description: text(),
    format: text().$type<VideoFormat>().notNull(),
    state: text().$type<VideoState>().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    moderation: text().$type<Moderation>().notNull(),
    /** When the decision that holds was made: an older one that comes later changes nothing. */
    moderatedAt: at(),
    failureCode: text(),
    failureMessage: text(),
    /** The upload it waits for, and who opened it; null for videos that were not uploaded. */
    uploadId: text(),
    uploadActor: text(),
    /** The original, in the private bucket. */
    originalKey: text(),
    originalBytes: bigint({ mode: 'number' }),
    facts: jsonb().$type<MediaFacts>(),
    plan: jsonb().$type<LadderPlan>(),
    /** Last part of the folder of what is played, and the bucket it lies in at present. */
    objectToken: text().notNull(),
    storedIn: text().$type<Home>().notNull(),
    posterId: text(),
    storyboardIntervalSeconds: doublePrecision(),
    hasPreview: boolean().notNull().default(false),
    /** Of the whole work, 0 to 100. */
    percent: integer().notNull().default(0),
    /** When a sweep looks whether the work still goes on, and how often it had to start it again since the last sign of life. */
    wakeAt: at(),
    wakes: integer().notNull().default(0),
    version: integer().notNull(),
    createdAt: at().notNull(),
    playableAt: at(),
    readyAt: at(),
  },
  (table) => [
    index('video_shop').on(table.shopId, table.id),
    index('video_wake').on(table.wakeAt).where(sql`wake_at is not null`),
    index('video_misplaced')
      .on(table.id)
      .where(
        sql`state in ('READY', 'FAILED') and stored_in <> case when visibility = 'PUBLIC' and moderation = 'APPROVED' then 'public' else 'private' end`,
      ),
    index('video_waiting').on(table.createdAt).where(sql`state = 'AWAITING_UPLOAD'`),
  ],
);

export type VideoRow = typeof video.$inferSelect;
