import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bucket } from '../contract.ts';
import type { Layout } from './layout.ts';
import { encodeTrailer, type Trailer } from './trailer.ts';

type Body = Buffer | AsyncIterable<Uint8Array | string>;
type Description = Pick<Trailer, 'contentType' | 'cacheControl' | 'modifiedAt'>;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

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

/** Writes bytes and description to a draft, makes them durable and renames: the object is there whole or not at all. */
export const writeObject = async (
  layout: Layout,
  bucket: Bucket,
  key: string,
  body: Body,
  description: Description,
): Promise<Trailer> => {
  const draft = await draftPath(layout, bucket);
  try {
    const file = await open(draft, 'wx', 0o640);
    let trailer: Trailer;
    try {
      trailer = { ...description, ...(await copyBytes(file, body)) };
      await file.write(encodeTrailer(trailer));
      await file.sync();
    } finally {
      await file.close();
    }
    await settle(draft, layout.object(bucket, key));
    return trailer;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

/**
 * Takes over a file that lies on the store's own file system (a finished resumable upload) without copying it: the
 * description is appended and the file renamed. Its ETag is drawn, not computed: hashing gigabytes would cost the
 * process that answers requests.
 */
export const adoptObject = async (
  layout: Layout,
  bucket: Bucket,
  key: string,
  path: string,
  description: Description,
): Promise<Trailer> => {
  const file = await open(path, 'r+');
  let trailer: Trailer;
  try {
    const { size } = await file.stat();
    trailer = { ...description, sizeBytes: size, etag: randomUUID().replaceAll('-', '') };
    await file.write(encodeTrailer(trailer), 0, null, size);
    await file.sync();
  } finally {
    await file.close();
  }
  await settle(path, layout.object(bucket, key));
  return trailer;
};
