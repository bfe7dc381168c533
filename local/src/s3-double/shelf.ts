import { createHash, randomUUID } from 'node:crypto';

export interface Kept {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly modifiedAt: Date;
}

interface Multipart {
  readonly bucket: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly startedAt: Date;
  readonly parts: Map<number, Kept>;
}

export const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');

/** What the double holds, in memory: objects of its buckets, and uploads in parts that are not complete. */
export const createShelf = (buckets: readonly string[]) => {
  const objects = new Map(buckets.map((name) => [name, new Map<string, Kept>()]));
  const multiparts = new Map<string, Multipart>();
  return {
    bucket: (name: string) => objects.get(name),
    multiparts,
    keep: (bytes: Buffer, headers: Kept['headers'], etag = md5(bytes)): Kept => ({
      bytes,
      etag,
      headers,
      modifiedAt: new Date(Math.floor(Date.now() / 1_000) * 1_000),
    }),
    begin: (bucket: string, key: string, headers: Kept['headers']): string => {
      const id = randomUUID();
      multiparts.set(id, { bucket, key, headers, startedAt: new Date(), parts: new Map() });
      return id;
    },
  };
};

export type Shelf = ReturnType<typeof createShelf>;
