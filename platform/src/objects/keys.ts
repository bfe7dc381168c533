import { invariant } from '../errors/index.ts';

/** File systems take names of 255 bytes. */
const segment = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,249}$/;
const maxLength = 512;

/** True for a key the store takes; for keys that arrive from outside, in a URL. */
export const isKey = (key: string): boolean =>
  key.length > 0 && key.length <= maxLength && key.split('/').every((part) => segment.test(part));

/** Refuses what could leave the store's folder or mean something to a file system; keys are made by our own code. */
export const assertKey = (key: string): void =>
  invariant(isKey(key), `"${key}" is no object key: segments of [A-Za-z0-9._-] that start with no dot, joined by "/".`);

/** A prefix is empty (everything) or names whole segments, so that `img/1` never means `img/10` as well. */
export const assertPrefix = (prefix: string): void =>
  invariant(
    prefix === '' || (prefix.endsWith('/') && isKey(prefix.slice(0, -1))),
    `"${prefix}" is no object prefix: it is empty or whole segments ending with "/".`,
  );
