import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { invariant } from '../../errors/index.ts';
import type { Bucket, ListedObject, ObjectInfo, ObjectPlace, ObjectStore, PutOptions } from '../contract.ts';
import { defaultCacheControl, isInert } from '../headers.ts';
import { assertKey, assertPrefix } from '../keys.ts';

export interface S3StoreOptions {
  readonly client: S3Client;
  /** Signs addresses for clients: a signature holds for the host that they call, which may be another than ours. */
  readonly signer: S3Client;
  /** Names of the two buckets. */
  readonly buckets: Readonly<Record<Bucket, string>>;
  /** Where public objects are read: a CDN in front of the public bucket. */
  readonly mediaUrl: string;
}

/** Parts of a large object: four at a time, so that an upload holds 32 MiB at most. */
const multipart = { partSize: 8 * 1_048_576, queueSize: 4 };

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ['NoSuchKey', 'NotFound', 'NoSuchBucketKey'].includes(error.name);

const orMissing = async <T>(request: Promise<T>): Promise<T | undefined> => {
  try {
    return await request;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

interface Described {
  readonly ContentLength?: number | undefined;
  readonly ContentRange?: string | undefined;
  readonly ContentType?: string | undefined;
  readonly CacheControl?: string | undefined;
  readonly ETag?: string | undefined;
  readonly LastModified?: Date | undefined;
}

const infoOf = (key: string, answer: Described): ObjectInfo => ({
  key,
  // Of a part the length is the part's; the whole stands behind the slash.
  sizeBytes: Number(answer.ContentRange?.split('/')[1] ?? answer.ContentLength ?? 0),
  contentType: answer.ContentType ?? 'application/octet-stream',
  etag: (answer.ETag ?? '').replaceAll('"', ''),
  modifiedAt: answer.LastModified ?? new Date(0),
  ...(answer.CacheControl !== undefined && { cacheControl: answer.CacheControl }),
});

const reading = ({ client, buckets }: S3StoreOptions) => {
  const head = async (bucket: Bucket, key: string): Promise<ObjectInfo | undefined> => {
    assertKey(key);
    const answer = await orMissing(client.send(new HeadObjectCommand({ Bucket: buckets[bucket], Key: key })));
    return answer && infoOf(key, answer);
  };
  const get: ObjectStore['get'] = async (bucket, key, range) => {
    assertKey(key);
    const Range = range && `bytes=${range.start}-${range.end ?? ''}`;
    try {
      const place = { Bucket: buckets[bucket], Key: key };
      const answer = await orMissing(client.send(new GetObjectCommand({ ...place, ...(Range && { Range }) })));
      if (!answer) return undefined;
      invariant(answer.Body instanceof Readable, 'The SDK gives bodies as streams on Node.');
      return { info: infoOf(key, answer), body: answer.Body };
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'InvalidRange') throw error;
      const info = await head(bucket, key);
      return info && { info, body: Readable.from([]) };
    }
  };
  return {
    head,
    get,
    getFile: async (bucket: Bucket, key: string, path: string): Promise<boolean> => {
      const found = await get(bucket, key);
      if (!found) return false;
      await pipeline(found.body, createWriteStream(path));
      return true;
    },
    list: async (bucket: Bucket, prefix: string, after = '', limit = 1_000): Promise<readonly ListedObject[]> => {
      assertPrefix(prefix);
      const found: ListedObject[] = [];
      let StartAfter = after;
      while (found.length < limit) {
        const MaxKeys = Math.min(1_000, limit - found.length);
        const answer = await client.send(
          new ListObjectsV2Command({
            Bucket: buckets[bucket],
            Prefix: prefix,
            MaxKeys,
            ...(StartAfter && { StartAfter }),
          }),
        );
        for (const { Key = '', Size = 0, ETag, LastModified } of answer.Contents ?? [])
          found.push(infoOf(Key, { ContentLength: Size, ETag, LastModified }));
        if (!answer.IsTruncated) break;
        StartAfter = found.at(-1)?.key ?? '';
      }
      return found;
    },
  };
};

type Reading = ReturnType<typeof reading>;

const changing = ({ client, buckets }: S3StoreOptions, { head, list }: Reading) => {
  const put: ObjectStore['put'] = async (bucket, key, body, options) => {
    assertKey(key);
    if (body instanceof Readable) body.on('error', () => {});
    // One request where the bytes are few; parts where they are many, dropped again when the source fails.
    await new Upload({
      client,
      ...multipart,
      params: { Bucket: buckets[bucket], Key: key, Body: body, ...headersOf(bucket, options) },
    }).done();
    const written = await head(bucket, key);
    invariant(written, 'An object that S3 has taken is there.');
    return written;
  };
  return {
    put,
    putFile: (bucket: Bucket, key: string, path: string, options: PutOptions) =>
      put(bucket, key, createReadStream(path, { highWaterMark: 1_048_576 }), options),
    copy: async (from: ObjectPlace, to: ObjectPlace): Promise<boolean> => {
      assertKey(from.key);
      assertKey(to.key);
      const CopySource = `${buckets[from.bucket]}/${from.key}`;
      const copied = await orMissing(
        client.send(new CopyObjectCommand({ CopySource, Bucket: buckets[to.bucket], Key: to.key })),
      );
      return copied !== undefined;
    },
    delete: async (bucket: Bucket, key: string): Promise<void> => {
      assertKey(key);
      await client.send(new DeleteObjectCommand({ Bucket: buckets[bucket], Key: key }));
    },
    deletePrefix: async (bucket: Bucket, prefix: string): Promise<number> => {
      invariant(prefix !== '', 'A whole bucket is not deleted by a prefix.');
      let deleted = 0;
      for (let page = await list(bucket, prefix); page.length > 0; page = await list(bucket, prefix)) {
        const Objects = page.map(({ key }) => ({ Key: key }));
        const answer = await client.send(
          new DeleteObjectsCommand({ Bucket: buckets[bucket], Delete: { Objects, Quiet: true } }),
        );
        const [failed] = answer.Errors ?? [];
        if (failed) throw new Error(`S3 did not delete "${failed.Key}": ${failed.Code}.`);
        deleted += page.length;
      }
      return deleted;
    },
  };
};

const headersOf = (bucket: Bucket, { contentType, cacheControl }: PutOptions) => ({
  ContentType: contentType,
  CacheControl: cacheControl ?? defaultCacheControl(bucket),
  // The store answers without us in between, so the object itself says that it is a download.
  ...(!isInert(contentType) && { ContentDisposition: 'attachment' }),
});

/** A store in two buckets of any S3. */
export const openS3Store = (options: S3StoreOptions): Omit<ObjectStore, 'signPrefixGet'> => {
  const { signer, buckets, mediaUrl } = options;
  const read = reading(options);
  return {
    driver: 's3',
    ...read,
    ...changing(options, read),
    signPut: async (bucket, key, { contentType, sizeBytes, ttlSeconds }) => {
      assertKey(key);
      const command = new PutObjectCommand({
        Bucket: buckets[bucket],
        Key: key,
        ContentType: contentType,
        ContentLength: sizeBytes,
        IfNoneMatch: '*',
      });
      const url = await getSignedUrl(signer, command, {
        expiresIn: ttlSeconds,
        // In headers, so that the store refuses whoever sends others; not in the query, where only some look.
        signableHeaders: new Set(['content-type', 'content-length', 'if-none-match', 'host']),
        unhoistableHeaders: new Set(['content-type', 'content-length', 'if-none-match']),
      });
      return {
        url,
        headers: { 'content-type': contentType, 'if-none-match': '*' },
        expiresAt: new Date(Date.now() + ttlSeconds * 1_000),
      };
    },
    signGet: async (bucket, key, ttlSeconds) => {
      assertKey(key);
      const command = new GetObjectCommand({ Bucket: buckets[bucket], Key: key });
      const url = await getSignedUrl(signer, command, { expiresIn: ttlSeconds });
      return { url, headers: {}, expiresAt: new Date(Date.now() + ttlSeconds * 1_000) };
    },
    publicUrl: (key) => {
      assertKey(key);
      return `${mediaUrl}/${key}`;
    },
  };
};
