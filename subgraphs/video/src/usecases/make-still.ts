import { join } from 'node:path';
import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { thumbnail } from '../store/parts.table.ts';
import { video } from '../store/video.table.ts';
import { renderStill } from './steps/pictures.ts';
import { hintProgress } from './topics.ts';

/** The sweep leaves a still to its job for this long, and gives it up after a day. */
const patienceSeconds = 120;
const givenUpSeconds = 86_400;

/** Takes the frame somebody chose by its second and renders it. One that is made, or whose video is gone, is left alone. */
export const makeChosenStill = async (services: Services, thumbnailId: string, signal: AbortSignal): Promise<void> => {
  const { database, objects } = services;
  const [found] = await database.orm
    .select({ still: thumbnail, row: video })
    .from(thumbnail)
    .innerJoin(video, eq(video.id, thumbnail.videoId))
    .where(and(eq(thumbnail.id, thumbnailId), isNull(thumbnail.image)));
  if (!found?.row.facts || !found.row.originalKey) return;
  const { row } = found;
  const { id: videoId } = row;
  const { facts, originalKey } = found.row;
  const [tools, scratch] = await Promise.all([services.tools(), services.scratch()]);
  await scratch.use(async (folder) => {
    const source = join(folder, 'original');
    const out = join(folder, 'still.jpg');
    if (!(await objects.getFile('private', originalKey, source)))
      throw new Error(`The original of ${videoId} is not in the store: ${originalKey}`);
    await tools.still(source, facts, found.still.atSeconds, out, signal);
    const image = await renderStill(objects, row, out);
    await database.transaction(async (tx) => {
      await tx.update(thumbnail).set({ image }).where(eq(thumbnail.id, thumbnailId));
      const [changed] = await tx
        .update(video)
        .set({ version: sql`${video.version} + 1` })
        .where(and(eq(video.id, videoId), eq(video.objectToken, row.objectToken)))
        .returning({ id: video.id });
      // Deleted, or its files moved without this one meanwhile: the sweep makes it where it belongs now.
      if (!changed) throw new Error(`${videoId} was moved while its still was made`);
    });
  });
  await hintProgress(services, videoId);
};

/** Makes stills whose wake was lost. One that cannot be made keeps nobody from the next. */
export const makeForgottenStills = async (services: Services, signal: AbortSignal): Promise<void> => {
  const now = services.clock.now().getTime();
  const forgotten = await services.database.orm
    .select({ id: thumbnail.id })
    .from(thumbnail)
    .where(
      and(
        isNull(thumbnail.image),
        lte(thumbnail.createdAt, new Date(now - patienceSeconds * 1_000)),
        gte(thumbnail.createdAt, new Date(now - givenUpSeconds * 1_000)),
      ),
    )
    .limit(20);
  for (const { id } of forgotten) {
    if (signal.aborted) return;
    await makeChosenStill(services, id, signal).catch((error: unknown) => {
      services.log.warn({ err: error, thumbnailId: id }, 'A still could not be made; the next run tries again');
    });
  }
};
