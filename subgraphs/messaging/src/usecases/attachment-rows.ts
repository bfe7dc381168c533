import { newId } from '@vitrina/platform/ids';
import type { ReceivedUpload } from '@vitrina/platform/uploads';
import { kindOf } from '../domain/attachment-rules.ts';
import type { AttachmentRow } from '../store/attachment.table.ts';

/** The rows of a message's files: pictures are due at once, other files are there already. */
export const attachmentsOf = (messageId: string, files: readonly ReceivedUpload[], now: Date): AttachmentRow[] =>
  files.map(({ id, fileName, contentType, object }, position) => ({
    id: newId('att'),
    messageId,
    position,
    uploadId: id,
    kind: kindOf(contentType),
    state: kindOf(contentType) === 'IMAGE' ? 'PROCESSING' : 'READY',
    fileName,
    contentType,
    sizeBytes: object.sizeBytes,
    originalKey: object.key,
    width: null,
    height: null,
    thumbhash: null,
    dominantColor: null,
    failureCode: null,
    failureMessage: null,
    dueAt: kindOf(contentType) === 'IMAGE' ? now : null,
    tries: 0,
    createdAt: now,
  }));
