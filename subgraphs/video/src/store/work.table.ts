import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Stage } from '../domain/stages.ts';
import { video } from './video.table.ts';

const at = () => timestamp({ withTimezone: true });

/** A step of the work on a video. Its result is written after its objects are in the store, so a step that is DONE needs no look. */
export const videoStep = pgTable(
  'video_step',
  {
    videoId: text()
      .notNull()
      .references(() => video.id, { onDelete: 'cascade' }),
    stage: text().$type<Stage>().notNull(),
    state: text().$type<'WAITING' | 'DONE' | 'REFUSED' | 'FAILED'>().notNull(),
    /** Counted when a try begins, so that a file that kills its worker is given up as well. */
    attempts: integer().notNull().default(0),
    /** Who works on it and until when nobody else may begin. */
    leaseToken: text(),
    leaseUntil: at(),
    result: jsonb(),
    /** What the last try that failed had to say. */
    log: text(),
    endedAt: at(),
  },
  (table) => [
    primaryKey({ columns: [table.videoId, table.stage] }),
    index('video_step_failed').on(table.endedAt).where(sql`state = 'FAILED'`),
  ],
);

/**
 * Objects nobody needs any more: written in the transaction that lets go of them (or, for a copy or a recording, before it begins) and
 * deleted by a sweep, which looks twice, because a worker may still be writing when it looks first.
 */
export const discarded = pgTable(
  'discarded',
  {
    id: text().primaryKey(),
    bucket: text().$type<'private' | 'public'>().notNull(),
    /** A key, or a prefix when it ends with `/`. */
    key: text().notNull(),
    dueAt: at().notNull(),
    /** When it is looked at for the last time. */
    lastDueAt: at().notNull(),
  },
  (table) => [index('discarded_due').on(table.dueAt)],
);

export type StepRow = typeof videoStep.$inferSelect;
export type DiscardedRow = typeof discarded.$inferSelect;
