import { join } from 'node:path';
import { openScratch } from '@vitrina/platform/child-process';
import { type ShrunkImage, shrinkImage } from '@vitrina/platform/images';
import type { Result } from '@vitrina/platform/result';
import {
  attachmentPrefix,
  fullKey,
  leaseSeconds,
  maxTries,
  pauseSeconds,
  pictureSides,
  processingFailed,
  thumbnailKey,
} from '../domain/attachment-rules.ts';
import type { Ports } from '../ports.ts';
import type { AttachmentRow } from '../store/attachment.table.ts';
import { discardObjects, leaseAttachment, retryAttachmentAt, settleAttachment } from '../store/attachments.ts';
import { lockMessage } from './moderate-message.ts';
import { changeMessage } from './own-message.ts';
import { tellChange } from './tell-change.ts';

const later = ({ clock }: Ports, seconds: number): Date => new Date(clock.now().getTime() + seconds * 1_000);

/**
 * Decides a picture; the original goes in the same transaction, because nobody is shown it. Both sides have the message
 * already, so it counts as changed: who is away meanwhile finds that out as well.
 */
const settle = async (ports: Ports, row: AttachmentRow, changes: Partial<AttachmentRow>): Promise<void> => {
  const now = ports.clock.now();
  const shown = await ports.database.transaction(async (tx) => {
    const found = await lockMessage(tx, row.messageId);
    const kept = await settleAttachment(tx, row.id, { ...changes, originalKey: null });
    // Deleted while it was rendered: what was made since is known here alone.
    await discardObjects(tx, kept ? (row.originalKey ? [row.originalKey] : []) : [attachmentPrefix(row.id)], now);
    if (!kept || !found) return undefined;
    const { revision } = found.message;
    return { row: found.row, message: await changeMessage(tx, found, { revision }, now) };
  });
  if (shown) await tellChange(ports, shown.row, shown.message);
};

const putFiles = async ({ objects }: Ports, id: string, { files }: ShrunkImage): Promise<void> => {
  const keys = [fullKey(id), thumbnailKey(id)];
  for (const [at, { bytes }] of files.entries())
    await objects.put('private', keys[at] ?? '', bytes, {
      contentType: 'image/webp',
      cacheControl: 'private, max-age=900',
    });
};

/** What a picture becomes, from the original brought to this machine; undefined when the original is gone. */
const shrink = async (
  { objects }: Ports,
  key: string,
): Promise<Result<ShrunkImage, { code: string; message: string }> | undefined> => {
  const scratch = await openScratch('messaging.image');
  return scratch.use(async (folder) => {
    const path = join(folder, 'original');
    if (!(await objects.getFile('private', key, path))) return undefined;
    return shrinkImage(path, pictureSides);
  });
};

const renderOne = async (ports: Ports, row: AttachmentRow): Promise<void> => {
  const fail = ({ code, message }: { readonly code: string; readonly message: string }) =>
    settle(ports, row, { state: 'FAILED', failureCode: code, failureMessage: message });
  if (row.tries > maxTries || !row.originalKey) return fail(processingFailed);
  const shrunk = await shrink(ports, row.originalKey);
  if (!shrunk) return fail(processingFailed);
  if (!shrunk.ok) return fail(shrunk.refusals[0]);
  await putFiles(ports, row.id, shrunk.value);
  const [full] = shrunk.value.files;
  await settle(ports, row, {
    state: 'READY',
    width: full?.width ?? null,
    height: full?.height ?? null,
    thumbhash: shrunk.value.thumbhash,
    dominantColor: shrunk.value.dominantColor,
  });
};

/**
 * Makes the thumbnail of a picture and a copy without metadata, or says why it is none. Safe to repeat and to be killed
 * anywhere: the row's lease runs out and the next worker begins anew under the same keys.
 */
export const renderAttachment = async (ports: Ports, attachmentId: string): Promise<void> => {
  const row = await leaseAttachment(ports.database.orm, attachmentId, later(ports, leaseSeconds), ports.clock.now());
  if (row?.state !== 'PROCESSING') return;
  try {
    await renderOne(ports, row);
  } catch (error) {
    await retryAttachmentAt(ports.database.orm, row.id, later(ports, pauseSeconds(row.tries)));
    throw error;
  }
};
