import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** What a player observed, a row per batch; kept for 30 days and read by nobody here: analytics takes it from there. */
export const playbackBatch = pgTable(
  'playback_batch',
  {
    videoId: text().notNull(),
    sessionId: text().notNull(),
    sequence: integer().notNull(),
    /** `user:…` of a signed-in viewer; null for guests. */
    viewer: text(),
    startupMs: integer(),
    /** Pairs of first and last second. */
    watched: jsonb().$type<readonly (readonly [number, number])[]>().notNull(),
    rebufferCount: integer().notNull(),
    rebufferMs: integer().notNull(),
    rendition: text(),
    exitAtSeconds: doublePrecision(),
    errorCode: text(),
    receivedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.videoId, table.sessionId, table.sequence] }),
    index('playback_batch_received').on(table.receivedAt),
  ],
);

export type PlaybackBatchRow = typeof playbackBatch.$inferSelect;
