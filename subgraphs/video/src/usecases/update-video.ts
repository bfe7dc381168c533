import type { Identity } from '@vitrina/platform/auth';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { eq, sql } from 'drizzle-orm';
import { checkVersion, readDescription, readTitle } from '../domain/video-form.ts';
import { homeOf, type Visibility } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { lockStaffVideo } from './access.ts';
import { wakeMove } from './move-files.ts';

export interface VideoChanges {
  readonly videoId: string;
  readonly expectedVersion: number | null;
  /** What is undefined stays as it is. */
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly visibility: Visibility | undefined;
}

/**
 * Changes what is said about a video and who may watch it. Others stop seeing it at once; its files follow (see
 * `moveFiles`), while work is going on when that has ended. Refusals: VERSION_CONFLICT, TEXT_REQUIRED, TEXT_TOO_LONG.
 */
export const updateVideo = async (
  services: Services,
  identity: Identity,
  changes: VideoChanges,
): Promise<Result<VideoRow, Refusal>> => {
  const done = await services.database.transaction(async (tx): Promise<Result<VideoRow, Refusal>> => {
    const row = await lockStaffVideo(tx, identity, changes.videoId);
    const version = checkVersion(changes.expectedVersion, row.version);
    const title = changes.title === undefined ? ok(row.title) : readTitle(changes.title);
    const description = changes.description === undefined ? ok(row.description) : readDescription(changes.description);
    if (!version.ok) return version;
    if (!title.ok) return description.ok ? title : refuse(title.refusals[0], ...description.refusals);
    if (!description.ok) return description;
    const visibility = changes.visibility ?? row.visibility;
    const same = title.value === row.title && description.value === row.description && visibility === row.visibility;
    if (same) return ok(row);
    const [changed] = await tx
      .update(video)
      .set({ title: title.value, description: description.value, visibility, version: sql`${video.version} + 1` })
      .where(eq(video.id, row.id))
      .returning();
    return ok(changed ?? row);
  });
  if (done.ok && homeOf(done.value) !== done.value.storedIn) await wakeMove(services, done.value.id);
  return done;
};
