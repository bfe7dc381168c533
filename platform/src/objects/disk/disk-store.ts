import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../../clock/index.ts';
import { invariant } from '../../errors/index.ts';
import type { Bucket, ListedObject, ObjectInfo, ObjectPlace, ObjectStore, PutOptions } from '../contract.ts';
import { defaultCacheControl } from '../headers.ts';
import { assertKey, assertPrefix } from '../keys.ts';
import { type Layout, layoutOf } from './layout.ts';
import { keysBelow } from './list.ts';
import { getObject, headObject, infoOf } from './read.ts';
import { type SignedTerms, signTerms, verifyTerms } from './sign.ts';
import { adoptObject, draftPath, settle, writeNewObject, writeObject } from './write.ts';

export interface DiskStoreOptions {
  /** Folder of the store; made when it is missing. Processes that share it share the store. */
  readonly folder: string;
  /** Signs addresses; the same in every process that shares the store. */
  readonly secret: Buffer;
  /** Where public objects are read: the gateway's `/media`, or a CDN in front of it. */
  readonly mediaUrl: string;
  /** Origin of the gateway, which answers signed addresses. */
  readonly gatewayUrl: string;
  readonly clock: Clock;
}

/** What the gateway needs of the disk driver beyond the port: it answers the addresses that the driver signs. */
export interface DiskObjectStore extends Omit<ObjectStore, 'signPrefixGet'> {
  readonly driver: 'disk';
  verify(asked: Pick<SignedTerms, 'method' | 'bucket' | 'key'>, query: unknown): SignedTerms | 'forged' | 'expired';
  /** A folder on the store's own file system for uploads that are under way. */
  readonly partialsFolder: string;
  /** Takes the first bytes of a file of that folder over as an object, without copying them; false where there is one. */
  adoptFile(
    bucket: Bucket,
    key: string,
    source: { readonly path: string; readonly sizeBytes: number },
    options: PutOptions,
  ): Promise<boolean>;
  /** Writes what a signed PUT brings; undefined where the object is there already: an address is good for one object. */
  putNew(
    bucket: Bucket,
    key: string,
    body: AsyncIterable<Uint8Array>,
    options: PutOptions,
  ): Promise<ObjectInfo | undefined>;
}

const buckets: readonly Bucket[] = ['private', 'public'];
/** A draft nobody has written to for so long is of a process that died. */
const deadDraftMs = 60 * 60 * 1_000;

const forgetDeadDrafts = async (layout: Layout): Promise<void> => {
  for (const bucket of buckets) {
    const folder = layout.drafts(bucket);
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found && Date.now() - found.mtimeMs > deadDraftMs) await rm(path, { force: true });
    }
  }
};

/** Takes away folders that a delete has emptied, up to the bucket; one that is in use again stays. */
const pruneFolders = async (from: string, bucketFolder: string): Promise<void> => {
  for (let folder = from; folder !== bucketFolder && folder.startsWith(bucketFolder); folder = dirname(folder)) {
    const emptied = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!emptied) return;
  }
};

/** A second name for the same bytes; file systems without hard links get a copy. Objects are replaced, never changed. */
const duplicate = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await copyFile(from, to);
    const file = await open(to, 'r+');
    await file.sync().finally(() => file.close());
  }
};

const changing = (layout: Layout, clock: Clock) => {
  const describe = (bucket: Bucket, { contentType, cacheControl }: PutOptions) => ({
    contentType,
    cacheControl: cacheControl ?? defaultCacheControl(bucket),
    modifiedAt: clock.now(),
  });
  const remove = async (bucket: Bucket, key: string): Promise<void> => {
    const path = layout.object(bucket, key);
    await rm(path, { force: true });
    await pruneFolders(dirname(path), layout.bucket(bucket));
  };
  return {
    put: async (bucket: Bucket, key: string, body: Parameters<ObjectStore['put']>[2], options: PutOptions) => {
      assertKey(key);
      return infoOf(key, await writeObject(layout, bucket, key, body, describe(bucket, options)));
    },
    putFile: async (bucket: Bucket, key: string, path: string, options: PutOptions) => {
      assertKey(key);
      const body = createReadStream(path, { highWaterMark: 1_048_576 });
      return infoOf(key, await writeObject(layout, bucket, key, body, describe(bucket, options)));
    },
    putNew: async (bucket: Bucket, key: string, body: AsyncIterable<Uint8Array>, options: PutOptions) => {
      assertKey(key);
      const written = await writeNewObject(layout, bucket, key, body, describe(bucket, options));
      return written && infoOf(key, written);
    },
    adoptFile: async (
      bucket: Bucket,
      key: string,
      source: Parameters<DiskObjectStore['adoptFile']>[2],
      options: PutOptions,
    ) => {
      assertKey(key);
      return adoptObject(layout, bucket, key, source, describe(bucket, options));
    },
    copy: async (from: ObjectPlace, to: ObjectPlace): Promise<boolean> => {
      assertKey(from.key);
      assertKey(to.key);
      const draft = await draftPath(layout, to.bucket);
      try {
        await duplicate(layout.object(from.bucket, from.key), draft);
        await settle(draft, layout.object(to.bucket, to.key));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
        throw error;
      } finally {
        // Renaming onto another name of the same bytes leaves both.
        await rm(draft, { force: true });
      }
    },
    delete: async (bucket: Bucket, key: string): Promise<void> => {
      assertKey(key);
      await remove(bucket, key);
    },
    deletePrefix: async (bucket: Bucket, prefix: string): Promise<number> => {
      invariant(prefix !== '', 'A whole bucket is not deleted by a prefix.');
      assertPrefix(prefix);
      const keys: string[] = [];
      for await (const key of keysBelow(layout, bucket, prefix, '')) keys.push(key);
      for (const key of keys) await remove(bucket, key);
      return keys.length;
    },
  };
};

const reading = (layout: Layout) => ({
  head: async (bucket: Bucket, key: string) => {
    assertKey(key);
    return headObject(layout, bucket, key);
  },
  get: async (bucket: Bucket, key: string, range?: Parameters<ObjectStore['get']>[2]) => {
    assertKey(key);
    return getObject(layout, bucket, key, range);
  },
  getFile: async (bucket: Bucket, key: string, path: string): Promise<boolean> => {
    assertKey(key);
    const found = await getObject(layout, bucket, key, undefined);
    if (!found) return false;
    await pipeline(found.body, createWriteStream(path));
    return true;
  },
  list: async (bucket: Bucket, prefix: string, after = '', limit = 1_000): Promise<readonly ListedObject[]> => {
    assertPrefix(prefix);
    const found: ListedObject[] = [];
    for await (const key of keysBelow(layout, bucket, prefix, after)) {
      if (found.length >= limit) break;
      const info = await headObject(layout, bucket, key);
      if (info) found.push(info);
    }
    return found;
  },
});

/** Opens a store in a folder of this machine, and forgets what killed writers left there. */
export const openDiskStore = async (options: DiskStoreOptions): Promise<DiskObjectStore> => {
  const { secret, mediaUrl, gatewayUrl, clock } = options;
  const layout = layoutOf(options.folder);
  const partialsFolder = join(options.folder, 'private', '.partial');
  await forgetDeadDrafts(layout);
  await mkdir(partialsFolder, { recursive: true });
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1_000);
  const sign = (terms: Omit<SignedTerms, 'expires'>, ttlSeconds: number, headers: Record<string, string>) => {
    assertKey(terms.key);
    const expires = nowSeconds() + ttlSeconds;
    return {
      url: `${gatewayUrl}${signTerms(secret, { ...terms, expires })}`,
      headers,
      expiresAt: new Date(expires * 1_000),
    };
  };
  return {
    driver: 'disk',
    partialsFolder,
    ...changing(layout, clock),
    ...reading(layout),
    signPut: async (bucket, key, { contentType, sizeBytes, ttlSeconds }) =>
      sign({ method: 'PUT', bucket, key, type: contentType, size: sizeBytes }, ttlSeconds, {
        'content-type': contentType,
      }),
    signGet: async (bucket, key, ttlSeconds) => sign({ method: 'GET', bucket, key, type: '', size: 0 }, ttlSeconds, {}),
    publicUrl: (key) => {
      assertKey(key);
      return `${mediaUrl}/${key}`;
    },
    verify: (asked, query) => verifyTerms(secret, asked, query, nowSeconds()),
  };
};
