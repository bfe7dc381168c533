import type { Readable } from 'node:stream';

/**
 * Where an object lives. `private` holds originals and documents and is read with signed URLs only; `public` holds what
 * anybody may fetch through the CDN, under keys that never change their content.
 */
export type Bucket = 'private' | 'public';

/** What is known of a stored object. */
export interface ObjectInfo {
  readonly key: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  /** Opaque, without quotes; two equal ones of one key mean equal bytes. */
  readonly etag: string;
  readonly modifiedAt: Date;
  /** What `Cache-Control` says with every answer of it. */
  readonly cacheControl?: string;
}

/** What a list tells of an object; its content type takes a `head`, because S3 does not list it. */
export type ListedObject = Pick<ObjectInfo, 'key' | 'sizeBytes' | 'etag' | 'modifiedAt'>;

/** Inclusive byte positions, as in RFC 9110 § 14.1.2; `end` past the last byte is cut. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

export interface PutOptions {
  readonly contentType: string;
  /** Sent with every answer of the object; public objects default to a year and `immutable`. */
  readonly cacheControl?: string;
}

/** One object's address inside the store. */
export interface ObjectPlace {
  readonly bucket: Bucket;
  readonly key: string;
}

/** An URL that allows one thing for a while, with the headers the client must send along. */
export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expiresAt: Date;
}

/**
 * Keeps files: a local-disk driver (embedded) and an S3 driver (production) behind one port, held to the same contract
 * tests. Keys are `/`-separated segments of `[A-Za-z0-9._-]` (≤ 250 characters), at most 512 characters in all, never starting with a dot; anything
 * else throws. A missing object reads as undefined and deletes without complaint.
 */
export interface ObjectStore {
  readonly driver: 'disk' | 's3';
  /** Whole or not at all: a reader never meets half an object, also when the writer is killed. Overwrites. */
  put(bucket: Bucket, key: string, body: Buffer | Readable, options: PutOptions): Promise<ObjectInfo>;
  /** The same from a file of this machine, without holding it in memory (multipart where it is large). */
  putFile(bucket: Bucket, key: string, path: string, options: PutOptions): Promise<ObjectInfo>;
  head(bucket: Bucket, key: string): Promise<ObjectInfo | undefined>;
  /** A body that is not read to its end must be destroyed: it holds a file or a connection. */
  get(
    bucket: Bucket,
    key: string,
    range?: ByteRange,
  ): Promise<{ readonly info: ObjectInfo; readonly body: Readable } | undefined>;
  /** Fetches a whole object into a file of this machine; false when it is missing. */
  getFile(bucket: Bucket, key: string, path: string): Promise<boolean>;
  /** Makes the same object under another key without moving its bytes through this process; false when it is missing. */
  copy(from: ObjectPlace, to: ObjectPlace): Promise<boolean>;
  delete(bucket: Bucket, key: string): Promise<void>;
  /** Deletes everything below `prefix`, which must end with `/`; says how many objects went. */
  deletePrefix(bucket: Bucket, prefix: string): Promise<number>;
  /** Keys below a prefix (empty, or ending with `/`) in order, after `after`, at most `limit` (1,000 when left out). */
  list(bucket: Bucket, prefix: string, after?: string, limit?: number): Promise<readonly ListedObject[]>;
  /**
   * For a client to PUT one object of at most that size and of that type, once: a second PUT does not replace the first.
   * S3 takes exactly that size only.
   */
  signPut(
    bucket: Bucket,
    key: string,
    terms: { readonly contentType: string; readonly sizeBytes: number; readonly ttlSeconds: number },
  ): Promise<SignedRequest>;
  /** For a client to GET an object of the private bucket. */
  signGet(bucket: Bucket, key: string, ttlSeconds: number): Promise<SignedRequest>;
  /**
   * For a client to GET everything below a prefix of the private bucket (a playlist and the segments it names): an address
   * that ends with `/`, to which names below the prefix are added as they are. Prefixes end with `/`. The token is in the
   * path, not in the query, so relative names in playlists keep it; the media routes of the gateway check it and read the
   * object, with either driver.
   */
  signPrefixGet(prefix: string, ttlSeconds: number): Promise<{ readonly url: string; readonly expiresAt: Date }>;
  /** Address of a public object behind the CDN's base URL; stable and cacheable for ever. */
  publicUrl(key: string): string;
}
