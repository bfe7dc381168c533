import { fileTypeFromBuffer } from 'file-type';

/** How much of a file is looked at: what tells formats apart comes first in all of them. */
export const probeBytes = 64 * 1_024;

/** Names the detector gives to what everybody else calls otherwise. */
const usualNames: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/avif-sequence': 'image/avif',
  'video/matroska': 'video/x-matroska',
  'video/vnd.avi': 'video/x-msvideo',
};

const isText = (bytes: Buffer, whole: boolean): boolean => {
  if (bytes.includes(0)) return false;
  // A window may end in the middle of a character; only a whole file has to end well.
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole }) !== '';
};

const readsAsText = (bytes: Buffer, whole: boolean): boolean => {
  try {
    return isText(bytes, whole);
  } catch {
    // Bytes that are not UTF-8 are an answer: this is no text.
    return false;
  }
};

/** Formats without a signature are told apart by how they begin; the caller's list says which of them it means. */
const textType = (bytes: Buffer, accepts: readonly string[]): string => {
  const start = bytes
    .subarray(0, 1_024)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('<')) return /^<\?xml/i.test(start) ? 'application/xml' : 'text/html';
  if (/^WEBVTT(\s|$)/.test(start)) return 'text/vtt';
  const wanted = (types: readonly string[]) => types.find((type) => accepts.includes(type));
  if (/^[{[]/.test(start)) {
    const json = wanted(['application/x-ndjson', 'application/json']);
    if (json) return json;
  }
  return wanted(['text/csv', 'text/tab-separated-values', 'text/plain']) ?? 'text/plain';
};

/**
 * What a file is by its content: `file-type` for formats with a signature, plain text by being valid UTF-8. Names and
 * declared types play no part. Undefined when it is nothing known.
 */
export const readContentType = async (
  start: Buffer,
  whole: boolean,
  accepts: readonly string[],
): Promise<string | undefined> => {
  const detected = await fileTypeFromBuffer(start);
  if (detected) return usualNames[detected.mime] ?? detected.mime;
  return start.length > 0 && readsAsText(start, whole) ? textType(start, accepts) : undefined;
};
