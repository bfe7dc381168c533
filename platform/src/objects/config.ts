import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import { ConfigError } from '../config/index.ts';
import type { ObjectStore } from './contract.ts';
import { type DiskObjectStore, openDiskStore } from './disk/disk-store.ts';
import { signPrefix, verifyPrefix } from './prefix-token.ts';
import { openS3Client, type S3Place } from './s3/client.ts';
import { openS3Store } from './s3/s3-store.ts';

const developmentSecret = 'development-only-secret-of-the-object-store';
const withoutSlash = z.url().transform((url) => url.replace(/\/+$/, ''));

/** Variables every process that touches files reads. */
export const objectsConfig = z.object({
  VITRINA_OBJECTS: z.enum(['disk', 's3']).default('disk').describe('disk or s3: where files are kept'),
  VITRINA_OBJECTS_DIR: z
    .string()
    .min(1)
    .default(join('.vitrina', 'objects'))
    .describe('folder of the disk store, shared by all processes'),
  VITRINA_OBJECTS_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('at least 32 characters, the same in all processes: signs addresses of private files and upload tokens'),
  VITRINA_GATEWAY_URL: withoutSlash
    .default('http://127.0.0.1:4000')
    .describe('origin at which clients reach the gateway: uploads and signed addresses start with it'),
  VITRINA_MEDIA_URL: withoutSlash
    .optional()
    .describe('where public files are read, e.g. a CDN; /media of the gateway when unset'),
  VITRINA_S3_ENDPOINT: withoutSlash.optional().describe('address of a compatible store; Amazon S3 when unset'),
  VITRINA_S3_PUBLIC_ENDPOINT: withoutSlash
    .optional()
    .describe('address under which clients reach the store, for signed addresses; VITRINA_S3_ENDPOINT when unset'),
  VITRINA_S3_REGION: z.string().default('us-east-1').describe('region of the buckets'),
  VITRINA_S3_PRIVATE_BUCKET: z.string().optional().describe('bucket of originals and documents; required with s3'),
  VITRINA_S3_PUBLIC_BUCKET: z.string().optional().describe('bucket of what anybody may read; required with s3'),
  VITRINA_S3_ACCESS_KEY: z.string().optional().describe('access key id; required with s3'),
  VITRINA_S3_SECRET_KEY: z.string().optional().describe('secret access key; required with s3'),
  VITRINA_S3_PATH_STYLE: z
    .enum(['true', 'false'])
    .default('true')
    .describe('true where the bucket stands in the path (MinIO and most others), false where it stands in the host'),
});
export type ObjectsConfig = z.output<typeof objectsConfig>;

/** One secret in the environment, one key per use: what is signed for one purpose is worth nothing for another. */
const deriveKey = (config: ObjectsConfig, purpose: 'signed-addresses' | 'upload-tokens'): Buffer => {
  const { VITRINA_OBJECTS_SECRET: secret } = config;
  if (secret === undefined && process.env['NODE_ENV'] === 'production')
    throw new ConfigError(
      'VITRINA_OBJECTS_SECRET is required in production: at least 32 random characters, the same in all processes.',
    );
  return Buffer.from(hkdfSync('sha256', secret ?? developmentSecret, 'vitrina', purpose, 32));
};

/** An S3 store as the gateway's resumable uploads need it: they write parts by themselves. */
export interface S3Access {
  readonly place: S3Place;
  readonly privateBucket: string;
}

/** The store of a process, with what the gateway needs to serve it. */
export interface OpenedObjects {
  readonly store: ObjectStore;
  /** The same store where it is a folder: the gateway answers its signed addresses. */
  readonly disk: DiskObjectStore | undefined;
  /** How to enter the store where it is S3. */
  readonly s3: S3Access | undefined;
  /** Checks the token of {@link ObjectStore.signPrefixGet} against a key of the private bucket. */
  verifyPrefix(token: string, key: string): 'allowed' | 'forged' | 'expired';
  /** Signs and verifies upload tokens. */
  readonly uploadSecret: Buffer;
  /** Origin at which clients reach the gateway. */
  readonly gatewayUrl: string;
  close(): Promise<void>;
}

const required = (config: ObjectsConfig, name: keyof ObjectsConfig): string => {
  const value = config[name];
  if (!value) throw new ConfigError(`VITRINA_OBJECTS=s3 needs ${name}: ${objectsConfig.shape[name].description}.`);
  return value;
};

const openS3 = (config: ObjectsConfig, mediaUrl: string) => {
  const place: S3Place = {
    endpoint: config.VITRINA_S3_ENDPOINT,
    region: config.VITRINA_S3_REGION,
    accessKeyId: required(config, 'VITRINA_S3_ACCESS_KEY'),
    secretAccessKey: required(config, 'VITRINA_S3_SECRET_KEY'),
    forcePathStyle: config.VITRINA_S3_PATH_STYLE === 'true',
  };
  const client = openS3Client(place);
  const signer = openS3Client({ ...place, endpoint: config.VITRINA_S3_PUBLIC_ENDPOINT ?? place.endpoint });
  const buckets = {
    private: required(config, 'VITRINA_S3_PRIVATE_BUCKET'),
    public: required(config, 'VITRINA_S3_PUBLIC_BUCKET'),
  };
  return {
    driver: openS3Store({ client, signer, buckets, mediaUrl }),
    disk: undefined,
    s3: { place, privateBucket: buckets.private },
    close: async () => {
      client.destroy();
      signer.destroy();
    },
  };
};

const openDisk = async (config: ObjectsConfig, mediaUrl: string, secret: Buffer, clock: Clock) => {
  const folder = config.VITRINA_OBJECTS_DIR;
  const disk = await openDiskStore({ folder, secret, mediaUrl, gatewayUrl: config.VITRINA_GATEWAY_URL, clock });
  return { driver: disk, disk, s3: undefined, close: async () => {} };
};

/** Opens the store this process was told to use; whether a bucket answers shows at its first use. */
export const openObjects = async (config: ObjectsConfig, clock: Clock): Promise<OpenedObjects> => {
  const gatewayUrl = config.VITRINA_GATEWAY_URL;
  const secret = deriveKey(config, 'signed-addresses');
  const mediaUrl = config.VITRINA_MEDIA_URL ?? `${gatewayUrl}/media`;
  const opened =
    config.VITRINA_OBJECTS === 's3' ? openS3(config, mediaUrl) : await openDisk(config, mediaUrl, secret, clock);
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1_000);
  const signPrefixGet: ObjectStore['signPrefixGet'] = async (prefix, ttlSeconds) => {
    const expires = nowSeconds() + ttlSeconds;
    return {
      url: `${gatewayUrl}/objects/shared/${signPrefix(secret, prefix, expires)}/${prefix}`,
      expiresAt: new Date(expires * 1_000),
    };
  };
  const { driver, ...rest } = opened;
  return {
    ...rest,
    store: { ...driver, signPrefixGet },
    verifyPrefix: (token, key) => verifyPrefix(secret, token, key, nowSeconds()),
    uploadSecret: deriveKey(config, 'upload-tokens'),
    gatewayUrl,
  };
};
