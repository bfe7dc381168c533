import { plainRefusal, type Refusal } from '@vitrina/platform/result';

/** READY and FAILED are final; only pictures begin as PROCESSING. */
export type AttachmentState = 'PROCESSING' | 'READY' | 'FAILED';
export type AttachmentKind = 'IMAGE' | 'FILE';

/** Files one message may have. */
export const maxAttachments = 10;
/** Largest file, in bytes: a photo of any phone, or a document; films belong into the shop's videos. */
export const maxAttachmentBytes = 16 * 1024 * 1024;

/** Media types of files besides pictures: what receipts, instructions and size tables come as. Nothing a browser runs. */
export const documentTypes = [
  'application/pdf',
  'text/plain',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** Longest sides of what is shown of a picture, in pixels: opened, and in the conversation. */
export const pictureSides = [2_048, 320] as const;

/** How long an address of a file works, in seconds; whoever may still see the file asks for a new one. */
export const urlTtlSeconds = 900;

/** How long a worker has a picture to itself; after that it counts as dead. */
export const leaseSeconds = 120;
/** Tries of one picture; with their pauses they outlive a restart of the object store. */
export const maxTries = 8;
/** Pause after a failed try, doubling: 2 s, 4 s, 8 s … at most ten minutes. */
export const pauseSeconds = (tries: number): number => Math.min(600, 2 ** Math.max(1, tries));

/** Where what is made of a picture lies, in the private bucket; ends with `/`. */
export const attachmentPrefix = (id: string): string => `messages/${id}/`;
export const fullKey = (id: string): string => `${attachmentPrefix(id)}full.webp`;
export const thumbnailKey = (id: string): string => `${attachmentPrefix(id)}thumbnail.webp`;

/** Whether a file is shown as a picture. */
export const kindOf = (contentType: string): AttachmentKind => (contentType.startsWith('image/') ? 'IMAGE' : 'FILE');

export const tooManyAttachments = (): Refusal =>
  plainRefusal(
    'TOO_MANY_ATTACHMENTS',
    ['attachmentUploadIds'],
    `A message takes up to ${maxAttachments} files, each once; send the others with the next message.`,
  );

/** A refusal about one of the files, under the path of that file. */
export const aboutFile = (refusal: Refusal, index: number): Refusal => ({
  ...refusal,
  field: ['attachmentUploadIds', String(index)],
});

export const fileNotFound = (index: number): Refusal =>
  aboutFile(
    plainRefusal(
      'UPLOAD_NOT_FOUND',
      [],
      'There is no such upload for this conversation; open a new one and send the file.',
    ),
    index,
  );

export const fileUsed = (index: number): Refusal =>
  aboutFile(
    plainRefusal('UPLOAD_ALREADY_USED', [], 'This file was sent with another message already; open a new upload.'),
    index,
  );

/** Said when a picture could not be made although nothing is wrong with the file as far as we know. */
export const processingFailed = {
  code: 'PROCESSING_FAILED',
  message: 'The picture could not be processed after several tries; delete the message and send the file again.',
} as const;
