import type { ByteRange } from '@vitrina/platform/objects';

/** The part of an object that a request asks for: all of it, one range, or one that lies outside. */
export type AskedRange = 'whole' | 'outside' | Required<ByteRange>;

/**
 * Reads a `Range` header (RFC 9110 § 14.2). Several ranges and units we do not know are ignored, as the standard allows:
 * the whole object is the answer then.
 */
export const readRange = (header: string | undefined, sizeBytes: number): AskedRange => {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'outside' : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= sizeBytes ? 'outside' : { start, end };
};
