import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Bucket } from '../contract.ts';
import { type Layout, objectSuffix } from './layout.ts';

const entriesOf = async (path: string): Promise<readonly Dirent[]> =>
  readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    // Nothing below this prefix, or no longer.
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });

/** What an entry contributes to the order of keys: a folder sorts as its name with the slash that all its keys share. */
const orderOf = (entry: Dirent): string =>
  entry.isDirectory() ? `${entry.name}/` : entry.name.slice(0, -objectSuffix.length);

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Keys below `prefix` that come after `after`, in the order of their bytes, as S3 lists them. */
export async function* keysBelow(
  layout: Layout,
  bucket: Bucket,
  prefix: string,
  after: string,
): AsyncGenerator<string> {
  const entries = (await entriesOf(layout.folder(bucket, prefix)))
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ folder: entry.isDirectory(), path: prefix + orderOf(entry) }))
    .sort((left, right) => compare(left.path, right.path));
  for (const { folder, path } of entries) {
    if (!folder) {
      if (path > after) yield path;
    } else if (path > after || after.startsWith(path)) yield* keysBelow(layout, bucket, path, after);
  }
}
