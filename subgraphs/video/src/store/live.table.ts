import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { LiveState } from '../domain/live-state.ts';
import type { Moderation, Visibility } from '../domain/video-state.ts';

const at = () => timestamp({ withTimezone: true });

/** A live stream of a shop: one show, sent by one publisher. Its row is the lock under which everything about it changes. */
export const liveStream = pgTable(
  'live_stream',
  {
    id: text().primaryKey(),
    shopId: text().notNull(),
    title: text().notNull(),
    state: text().$type<LiveState>().notNull(),
    /** SHA-256 of the stream key, hex; the key itself is known to the seller only. */
    keyHash: text().notNull(),
    /** Last part of the folder of what is played; another one from the moment it is on the air. */
    objectToken: text().notNull(),
    recordingVisibility: text().$type<Visibility>().notNull(),
    /** Moderation's newest word about showing it live, and when it was said; null while nothing was said. */
    moderation: text().$type<Moderation>(),
    moderatedAt: at(),
    /** Last sign of life of the worker that has its publisher; null while there is none. */
    heartbeatAt: at(),
    reconnectUntil: at(),
    startedAt: at(),
    endedAt: at(),
    /** When its end was announced and its recording, if any, became a video. */
    settledAt: at(),
    /** When what was played of it was deleted. */
    clearedAt: at(),
    videoId: text(),
    /** How often a worker began to put the recording together from what viewers were sent. */
    assemblyTries: integer().notNull().default(0),
    version: integer().notNull(),
    createdAt: at().notNull(),
  },
  (table) => [
    uniqueIndex('live_stream_key').on(table.keyHash),
    index('live_stream_shop').on(table.shopId, table.id),
    index('live_stream_video').on(table.videoId),
    index('live_stream_running').on(table.heartbeatAt).where(sql`state in ('CONNECTED', 'LIVE')`),
    index('live_stream_uncleared').on(table.endedAt).where(sql`state = 'ENDED' and cleared_at is null`),
  ],
);

export type LiveStreamRow = typeof liveStream.$inferSelect;

/**
 * What viewers of a stream were sent, in order. It outlives the worker that sent it: another one goes on with the playlist
 * where it stopped, and the recording can be put together from it. Rows go with the objects, some time after the end.
 */
export const liveSegment = pgTable(
  'live_segment',
  {
    liveStreamId: text()
      .notNull()
      .references(() => liveStream.id, { onDelete: 'cascade' }),
    /** Its number in the playlist, from 0. */
    sequence: integer().notNull(),
    /** Name below the stream's folder. */
    file: text().notNull(),
    seconds: doublePrecision().notNull(),
    /** Which connection of a publisher it came by: times of one go on, those of the next start anew. */
    connection: text().notNull(),
    /** False for what only the shop saw, before the show. */
    onAir: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.liveStreamId, table.sequence] })],
);

export type LiveSegmentRow = typeof liveSegment.$inferSelect;
