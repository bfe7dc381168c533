import { join } from 'node:path';
import { invariant } from '@vitrina/platform/errors';
import {
  deleteRenderedImage,
  isComplete,
  type ProcessedImage,
  renderImage,
  renderLateFormats,
  sha256OfFile,
} from '@vitrina/platform/images';
import { eq, lte } from 'drizzle-orm';
import { landingImageScope, maxImageAttempts, nextImageLook } from '../domain/landing-image-rules.ts';
import { renderLandingImage as renderJob } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { landingImage } from '../store/landing.table.ts';
import { type LandingImageRow, sharersOf } from '../store/landing-images.ts';

/** Takes a picture for this worker by moving its next look ahead; undefined when there is nothing to do. */
const claim = async ({ database, clock }: Services, imageId: string): Promise<LandingImageRow | undefined> =>
  database.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(landingImage)
      .where(eq(landingImage.id, imageId))
      .for('update', { skipLocked: true });
    if (!row || row.dueAt === null) return undefined;
    const attempts = row.attempts + 1;
    const change =
      attempts > maxImageAttempts
        ? { state: row.image ? ('READY' as const) : ('FAILED' as const), failureCode: 'PROCESSING_FAILED', dueAt: null }
        : { attempts, dueAt: nextImageLook(clock.now(), attempts) };
    await tx.update(landingImage).set(change).where(eq(landingImage.id, imageId));
    return attempts > maxImageAttempts ? undefined : { ...row, attempts };
  });

/** Renders a picture: what a page needs first, then the formats that take longer. Safe to run again at any point. */
export const renderLandingPicture = async (services: Services, imageId: string): Promise<void> => {
  const { database, objects } = services;
  const row = await claim(services, imageId);
  if (!row) return;
  const save = (change: Partial<LandingImageRow>) =>
    database.orm.update(landingImage).set(change).where(eq(landingImage.id, imageId));
  const scratch = await services.scratch();
  await scratch.use(async (folder) => {
    const path = join(folder, 'original');
    invariant(await objects.getFile('private', row.originalKey, path), `The original of ${imageId} is gone.`);
    const job = { objects, path, scope: landingImageScope, sha256: await sha256OfFile(path) };
    const quick = await renderImage(job);
    if (!quick.ok) {
      await save({ state: 'FAILED', failureCode: quick.refusals[0].code, dueAt: null });
      return;
    }
    await save({ state: 'READY', image: quick.value, ...(isComplete(quick.value) && { dueAt: null }) });
    if (isComplete(quick.value)) return;
    const complete = await renderLateFormats(job, quick.value);
    // A picture that has its first formats stays good without the others.
    await save({ dueAt: null, ...(complete.ok && { image: complete.value }) });
  });
};

/** Enqueues pictures whose wake was lost or whose worker was killed. */
export const wakeLandingImages = async ({ database, clock, jobs }: Services): Promise<void> => {
  const due = await database.orm
    .select({ id: landingImage.id })
    .from(landingImage)
    .where(lte(landingImage.dueAt, clock.now()))
    .limit(100);
  for (const { id } of due) await jobs.enqueue(renderJob, { imageId: id }, { dedupeKey: `landing-image-${id}` });
};

/** Deletes the files of pictures whose rows are gone; what other pages made of the same bytes stays. */
export const dropImageObjects = async (services: Services, gone: readonly LandingImageRow[]): Promise<void> => {
  const { database, objects } = services;
  for (const { originalKey } of gone) await objects.delete('private', originalKey);
  const rendered = gone.map(({ image }) => image).filter((image): image is ProcessedImage => image !== null);
  const shared = new Set(
    await sharersOf(
      database.orm,
      rendered.map(({ sha256 }) => sha256),
    ),
  );
  for (const { sha256 } of rendered)
    if (!shared.has(sha256)) await deleteRenderedImage(objects, { scope: landingImageScope, sha256 });
};
