import { randomBytes } from 'node:crypto';
import { actorKey, type Identity } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import type { UploadTicket } from '@vitrina/platform/uploads';
import type { VideoFormat } from '../domain/media-facts.ts';
import { acceptedTypes, maxOriginalBytes, uploadPurpose } from '../domain/upload-rules.ts';
import { liveIsNotUploaded, readDescription, readTitle } from '../domain/video-form.ts';
import { homeOf, unseen, type Visibility } from '../domain/video-state.ts';
import type { Services } from '../services.ts';
import { type VideoRow, video } from '../store/video.table.ts';
import { requireStaff } from './access.ts';

export interface NewVideo {
  readonly shopId: string;
  readonly format: VideoFormat;
  readonly title: string;
  readonly description: string | null;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly visibility: Visibility;
}

export interface OpenedUpload {
  readonly video: VideoRow;
  readonly upload: UploadTicket;
}

/** The token in the folder's name: 128 bits, so that nobody guesses it. */
export const newObjectToken = (): string => randomBytes(16).toString('hex');

/**
 * Opens an upload for a new video. Refusals: LIVE_NOT_UPLOADED, TEXT_REQUIRED, TEXT_TOO_LONG, and those of uploads
 * (FILE_EMPTY, FILE_TOO_LARGE).
 */
export const createVideoUpload = async (
  services: Services,
  identity: Identity,
  wanted: NewVideo,
): Promise<Result<OpenedUpload, Refusal>> => {
  requireStaff(identity.actor, wanted.shopId);
  const title = readTitle(wanted.title);
  const description = readDescription(wanted.description);
  const [first, ...rest] = [
    ...(wanted.format === 'LIVE' ? [liveIsNotUploaded()] : []),
    ...(title.ok ? [] : title.refusals),
    ...(description.ok ? [] : description.refusals),
  ];
  if (first) return refuse(first, ...rest);
  if (!title.ok || !description.ok) throw new Error('A form without refusals has values.');

  const moderation = unseen(services.moderation);
  const id = newId('vid');
  return services.database.transaction(async (tx) => {
    const opened = await services.uploads.open(tx, {
      purpose: uploadPurpose,
      actorId: actorKey(identity),
      subjectId: id,
      fileName: wanted.fileName,
      sizeBytes: wanted.sizeBytes,
      accepts: acceptedTypes,
      maxBytes: maxOriginalBytes,
    });
    if (!opened.ok) return opened;
    const [row] = await tx
      .insert(video)
      .values({
        id,
        shopId: wanted.shopId,
        title: title.value,
        description: description.value,
        format: wanted.format,
        state: 'AWAITING_UPLOAD',
        visibility: wanted.visibility,
        moderation,
        uploadId: opened.value.id,
        uploadActor: actorKey(identity),
        objectToken: newObjectToken(),
        storedIn: homeOf({ visibility: wanted.visibility, moderation }),
        version: 1,
        createdAt: services.clock.now(),
      })
      .returning();
    return ok({ video: row as VideoRow, upload: opened.value });
  });
};
