import { plainRefusal, type Refusal } from '../result/index.ts';

/** 1,048,576 → "1 MiB": sizes as people read them. */
const readable = (bytes: number): string => {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1_024 && unit < units.length - 1; unit += 1) value /= 1_024;
  return `${Number(value.toFixed(1))} ${units[unit]}`;
};

export const fileEmpty = (): Refusal =>
  plainRefusal('FILE_EMPTY', ['sizeBytes'], 'The file is empty; choose another one.');

export const fileTooLarge = (maxBytes: number, field: string): Refusal =>
  plainRefusal('FILE_TOO_LARGE', [field], `The file is larger than ${readable(maxBytes)}; choose a smaller one.`);

export const uploadNotFound = (): Refusal =>
  plainRefusal('UPLOAD_NOT_FOUND', ['uploadId'], 'There is no such upload of yours; open a new one and send the file.');

export const uploadUsed = (): Refusal =>
  plainRefusal(
    'UPLOAD_ALREADY_USED',
    ['uploadId'],
    'This upload has been used already; open a new one to send a file.',
  );

export const uploadIncomplete = (): Refusal =>
  plainRefusal(
    'UPLOAD_INCOMPLETE',
    ['uploadId'],
    'The file has not arrived completely; finish sending it, then try again.',
  );

export const uploadExpired = (): Refusal =>
  plainRefusal('UPLOAD_EXPIRED', ['uploadId'], 'The time to send and use this file is over; open a new upload.');

export const unsupportedType = (found: string | undefined, accepts: readonly string[]): Refusal =>
  plainRefusal(
    'UNSUPPORTED_FILE_TYPE',
    ['uploadId'],
    `The file ${found ? `is of the type ${found}` : 'is of no type we know'}, whatever its name says; send one of ${accepts.join(', ')}.`,
  );
