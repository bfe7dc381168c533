import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Bucket } from '../contract.ts';
import type { Layout } from './layout.ts';
import { encodeTrailer, type Trailer } from './trailer.ts';

type Body = Buffer | AsyncIterable<Uint8Array | string>;
type Description = Pick<Trailer, 'contentType' | 'cacheControl' | 'modifiedAt'>;

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Makes names in a folder durable; one that is gone already went with its last object, and nothing is left to keep. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r').catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  if (!folder) return;
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/**
 * Puts a finished draft in its place. A folder may vanish between making and using it, because whoever deletes the last
 * object of a folder takes the folder along; then it is made again.
 */
export const settle = async (draft: string, target: string): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    await mkdir(dirname(target), { recursive: true });
    try {
      await rename(draft, target);
      return await syncFolder(dirname(target));
    } catch (error) {
      if (!isGone(error) || tries === 10) throw error;
    }
  }
};

/** The same, unless something stands there already: then false, and the draft stays. */
const settleNew = async (draft: string, target: string): Promise<boolean> => {
  for (let tries = 1; ; tries += 1) {
    await mkdir(dirname(target), { recursive: true });
    try {
      // A second name is given only where there is none, which renaming cannot promise.
      await link(draft, target);
      await rm(draft, { force: true });
      await syncFolder(dirname(target));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      if (!isGone(error) || tries === 10) throw error;
    }
  }
};

/** A path of its own for an unfinished write. */
export const draftPath = async (layout: Layout, bucket: Bucket): Promise<string> => {
  const folder = layout.drafts(bucket);
  await mkdir(folder, { recursive: true });
  return join(folder, randomUUID());
};

const copyBytes = async (file: FileHandle, body: Body): Promise<{ sizeBytes: number; etag: string }> => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const take = async (chunk: Uint8Array): Promise<void> => {
    hash.update(chunk);
    sizeBytes += chunk.length;
    for (let written = 0; written < chunk.length; )
      written += (await file.write(chunk, written, chunk.length - written)).bytesWritten;
  };
  if (Buffer.isBuffer(body)) await take(body);
  else for await (const chunk of body) await take(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return { sizeBytes, etag: hash.digest('hex').slice(0, 32) };
};

/** Writes bytes and description to a draft and makes them durable; what fails leaves nothing. */
const writeDraft = async (
  layout: Layout,
  bucket: Bucket,
  body: Body,
  description: Description,
): Promise<{ draft: string; trailer: Trailer }> => {
  // A source may fail before anybody reads it; the reading below meets the failure, nobody else has to.
  if (body instanceof Readable) body.on('error', () => {});
  const draft = await draftPath(layout, bucket);
  try {
    const file = await open(draft, 'wx', 0o640);
    try {
      const trailer = { ...description, ...(await copyBytes(file, body)) };
      await file.write(encodeTrailer(trailer));
      await file.sync();
      return { draft, trailer };
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

/** Writes an object: it is there whole or not at all, and replaces what was there. */
export const writeObject = async (
  layout: Layout,
  bucket: Bucket,
  key: string,
  body: Body,
  description: Description,
): Promise<Trailer> => {
  const { draft, trailer } = await writeDraft(layout, bucket, body, description);
  try {
    await settle(draft, layout.object(bucket, key));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return trailer;
};

/** Writes an object where there is none; undefined where there is one, which stays as it is. */
export const writeNewObject = async (
  layout: Layout,
  bucket: Bucket,
  key: string,
  body: Body,
  description: Description,
): Promise<Trailer | undefined> => {
  const { draft, trailer } = await writeDraft(layout, bucket, body, description);
  try {
    return (await settleNew(draft, layout.object(bucket, key))) ? trailer : undefined;
  } finally {
    await rm(draft, { force: true });
  }
};

/**
 * Takes over the first `sizeBytes` of a file that lies on the store's own file system (a finished resumable upload)
 * without copying it; false where the object is there already. Safe to repeat after a crash at any point: whatever
 * stands behind the bytes is cut off first. Its ETag is drawn, not computed: hashing gigabytes would cost the process
 * that answers requests.
 */
export const adoptObject = async (
  layout: Layout,
  bucket: Bucket,
  key: string,
  source: { readonly path: string; readonly sizeBytes: number },
  description: Description,
): Promise<boolean> => {
  const { path, sizeBytes } = source;
  const file = await open(path, 'r+');
  try {
    await file.truncate(sizeBytes);
    const trailer = { ...description, sizeBytes, etag: randomUUID().replaceAll('-', '') };
    await file.write(encodeTrailer(trailer), 0, null, sizeBytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return settleNew(path, layout.object(bucket, key));
};
