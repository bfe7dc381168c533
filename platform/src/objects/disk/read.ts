import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Bucket, ByteRange, ObjectInfo } from '../contract.ts';
import type { Layout } from './layout.ts';
import { readTrailer, type Trailer } from './trailer.ts';

export const infoOf = (
  key: string,
  { sizeBytes, contentType, cacheControl, etag, modifiedAt }: Trailer,
): ObjectInfo => ({
  key,
  sizeBytes,
  contentType,
  etag,
  modifiedAt,
  ...(cacheControl !== undefined && { cacheControl }),
});

/** Opens an object; undefined when it is not there. The caller closes. */
const openObject = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
};

/** What is known of an object, without its bytes. */
export const headObject = async (layout: Layout, bucket: Bucket, key: string): Promise<ObjectInfo | undefined> => {
  const file = await openObject(layout.object(bucket, key));
  if (!file) return undefined;
  try {
    return infoOf(key, await readTrailer(file));
  } finally {
    await file.close();
  }
};

/** An object's bytes, or some of them. The open file outlives a delete or an overwrite, so a reader sees one version. */
export const getObject = async (
  layout: Layout,
  bucket: Bucket,
  key: string,
  range: ByteRange | undefined,
): Promise<{ info: ObjectInfo; body: Readable } | undefined> => {
  const file = await openObject(layout.object(bucket, key));
  if (!file) return undefined;
  try {
    const info = infoOf(key, await readTrailer(file));
    const start = range?.start ?? 0;
    const end = Math.min(range?.end ?? info.sizeBytes - 1, info.sizeBytes - 1);
    if (start > end) {
      await file.close();
      return { info, body: Readable.from([]) };
    }
    return { info, body: file.createReadStream({ start, end, autoClose: true, highWaterMark: 256 * 1_024 }) };
  } catch (error) {
    await file.close();
    throw error;
  }
};
