import type { Bucket } from './contract.ts';

/** A year, which HTTP caches treat as for ever: the key of a public object changes with its content. */
export const immutable = 'public, max-age=31536000, immutable';
/** Signed addresses are one person's: their browser may keep the answer, nothing in between may. */
export const personal = 'private, max-age=300';

export const defaultCacheControl = (bucket: Bucket): string => (bucket === 'public' ? immutable : personal);

const shown = new Set([
  'application/dash+xml',
  'application/json',
  'application/vnd.apple.mpegurl',
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
  'text/vtt',
]);

/**
 * True for types a browser shows or plays without running anything. Everything else (HTML, SVG, documents, what nobody
 * has looked at yet) is offered as a download, so that an uploaded file never becomes a page of our origin.
 */
export const isInert = (contentType: string): boolean => {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return shown.has(type) || type.startsWith('video/') || type.startsWith('audio/');
};
