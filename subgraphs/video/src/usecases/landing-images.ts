import { actorKey, type Identity } from '@vitrina/platform/auth';
import type { Executor } from '@vitrina/platform/database';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import type { UploadTicket } from '@vitrina/platform/uploads';
import {
  landingImagePurpose,
  landingImageTypes,
  maxLandingImageBytes,
  maxLandingImages,
  nextImageLook,
} from '../domain/landing-image-rules.ts';
import { tooManyImages } from '../domain/landing-refusals.ts';
import { renderLandingImage } from '../jobs/contracts.ts';
import type { Services } from '../services.ts';
import { countImages, insertImage, type LandingImageRow } from '../store/landing-images.ts';
import { type LandingRow, landingsByIds, lockLanding } from '../store/landings.ts';
import { isStaff } from './access.ts';
import { noSuchLanding } from './edit-landing.ts';

const staffLanding = async (on: Executor, { actor }: Identity, id: string): Promise<LandingRow> => {
  const [row] = await landingsByIds(on, [id]);
  if (!row || !isStaff(actor, row.shopId)) throw noSuchLanding();
  return row;
};

/** Opens the upload of a picture for a page. Refusals: FILE_EMPTY, FILE_TOO_LARGE. */
export const openLandingImage = async (
  { database, uploads }: Services,
  identity: Identity,
  input: { readonly landingId: string; readonly fileName: string; readonly sizeBytes: number },
): Promise<Result<UploadTicket, Refusal>> => {
  const landing = await staffLanding(database.orm, identity, input.landingId);
  return database.transaction((tx) =>
    uploads.open(tx, {
      purpose: landingImagePurpose,
      actorId: actorKey(identity),
      subjectId: landing.id,
      fileName: input.fileName,
      sizeBytes: input.sizeBytes,
      accepts: landingImageTypes,
      maxBytes: maxLandingImageBytes,
    }),
  );
};

const uploadGone = (): Result<never, Refusal> =>
  refuse(
    plainRefusal(
      'UPLOAD_NOT_FOUND',
      ['uploadId'],
      'There is no such upload for this page, or it was used already; open a new one.',
    ),
  );

/** Takes an uploaded picture for a page and has it rendered. Refusals: those of uploads, TEXT_REQUIRED, TOO_MANY_IMAGES. */
export const attachLandingImage = async (
  services: Services,
  identity: Identity,
  input: { readonly landingId: string; readonly uploadId: string; readonly alt: string },
): Promise<Result<LandingImageRow, Refusal>> => {
  const { database, uploads, clock, jobs, log } = services;
  const landing = await staffLanding(database.orm, identity, input.landingId);
  const alt = readText(input.alt, { field: ['alt'], min: 1, max: 200 });
  if (!alt.ok) return alt;
  const received = await uploads.receive(input.uploadId, {
    actorId: actorKey(identity),
    purpose: landingImagePurpose,
  });
  if (!received.ok) return received;
  if (received.value.subjectId !== landing.id) return uploadGone();
  const taken = await database.transaction(async (tx): Promise<Result<LandingImageRow, Refusal>> => {
    if (!(await lockLanding(tx, landing.id))) throw noSuchLanding();
    if ((await countImages(tx, landing.id)) >= maxLandingImages) return refuse(tooManyImages(maxLandingImages));
    if (!(await uploads.claim(tx, input.uploadId))) return uploadGone();
    const now = clock.now();
    const row: LandingImageRow = {
      id: newId('vli'),
      landingId: landing.id,
      alt: alt.value,
      originalKey: received.value.object.key,
      state: 'PROCESSING',
      image: null,
      failureCode: null,
      attempts: 0,
      dueAt: nextImageLook(now, 0),
      createdAt: now,
    };
    await insertImage(tx, row);
    return ok(row);
  });
  if (taken.ok)
    await jobs.enqueue(renderLandingImage, { imageId: taken.value.id }).catch((error: unknown) => {
      log.warn({ err: error, imageId: taken.value.id }, 'A picture could not be enqueued; the sweep does it');
    });
  return taken;
};
