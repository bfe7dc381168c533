import { join } from 'node:path';
import { invariant } from '@vitrina/platform/errors';
import { imagePrefix, isComplete, renderImage, renderLateFormats, sha256OfFile } from '@vitrina/platform/images';
import { eq, lte } from 'drizzle-orm';
import { landingImageScope, maxImageAttempts, nextImageLook } from '../domain/landing-image-rules.ts';
import { renderLandingImage as renderJob } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { landingImage } from '../store/landing.table.ts';
import type { LandingImageRow } from '../store/landing-images.ts';
import { discard, type Unwanted } from './discard.ts';

/** What is rendered of an original: what is known of the files first, so that whoever comes after renders anew. */
const renderedOf = (sha256: string): Unwanted[] =>
  (['private', 'public'] as const).map((bucket) => ({
    bucket,
    key: imagePrefix({ scope: landingImageScope, sha256 }),
  }));

/** Every object of a picture; what other pages made of the same bytes is kept from being deleted there. */
export const filesOf = ({ originalKey, image }: LandingImageRow): Unwanted[] => [
  { bucket: 'private', key: originalKey },
  ...(image ? renderedOf(image.sha256) : []),
];

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
  const { database, objects, clock } = services;
  const row = await claim(services, imageId);
  if (!row) return;
  /** False when the picture was deleted meanwhile. */
  const save = async (change: Partial<LandingImageRow>): Promise<boolean> => {
    const saved = await database.orm
      .update(landingImage)
      .set(change)
      .where(eq(landingImage.id, imageId))
      .returning({ id: landingImage.id });
    return saved.length > 0;
  };
  const letGo = async (sha256: string): Promise<void> => {
    await database.transaction((tx) => discard(tx, clock.now(), renderedOf(sha256)));
  };
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
    const complete = isComplete(quick.value);
    const wanted = await save({ state: 'READY', image: quick.value, ...(complete && { dueAt: null }) });
    if (!wanted) return letGo(job.sha256);
    if (complete) return;
    const late = await renderLateFormats(job, quick.value);
    // A picture that has its first formats stays good without the others.
    if (!(await save({ dueAt: null, ...(late.ok && { image: late.value }) }))) await letGo(job.sha256);
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
