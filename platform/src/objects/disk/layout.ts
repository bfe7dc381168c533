import { join } from 'node:path';
import type { Bucket } from '../contract.ts';

/**
 * Where things lie below the store's folder: `<bucket>/<key>~`. The tilde, which no key contains, lets `a` and `a/b`
 * both be objects; `.tmp`, which no key may start with, takes unfinished writes on the same file system.
 */
export const layoutOf = (root: string) => ({
  root,
  bucket: (bucket: Bucket): string => join(root, bucket),
  object: (bucket: Bucket, key: string): string => join(root, bucket, `${key}~`),
  folder: (bucket: Bucket, prefix: string): string => join(root, bucket, prefix),
  drafts: (bucket: Bucket): string => join(root, bucket, '.tmp'),
});

export type Layout = ReturnType<typeof layoutOf>;

/** The last characters of an object's file name. */
export const objectSuffix = '~';
