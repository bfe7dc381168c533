import { hkdfSync } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import { ConfigError } from '../config/index.ts';
import type { ObjectStore } from './contract.ts';
import { type DiskObjectStore, openDiskStore } from './disk/disk-store.ts';
import { signPrefix, verifyPrefix } from './prefix-token.ts';

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

/** The store of a process, with what the gateway needs to serve it. */
export interface OpenedObjects {
  readonly store: ObjectStore;
  /** The same store where it is a folder: the gateway answers its signed addresses. */
  readonly disk: DiskObjectStore | undefined;
  /** Checks the token of {@link ObjectStore.signPrefixGet} against a key of the private bucket. */
  verifyPrefix(token: string, key: string): 'allowed' | 'forged' | 'expired';
  /** Signs and verifies upload tokens. */
  readonly uploadSecret: Buffer;
  /** Origin at which clients reach the gateway. */
  readonly gatewayUrl: string;
  close(): Promise<void>;
}

/** Opens the store this process was told to use. */
export const openObjects = async (config: ObjectsConfig, clock: Clock): Promise<OpenedObjects> => {
  const gatewayUrl = config.VITRINA_GATEWAY_URL;
  const secret = deriveKey(config, 'signed-addresses');
  const mediaUrl = config.VITRINA_MEDIA_URL ?? `${gatewayUrl}/media`;
  const nowSeconds = (): number => Math.floor(clock.now().getTime() / 1_000);
  const disk = await openDiskStore({ folder: config.VITRINA_OBJECTS_DIR, secret, mediaUrl, gatewayUrl, clock });
  const signPrefixGet: ObjectStore['signPrefixGet'] = async (prefix, ttlSeconds) => {
    const expires = nowSeconds() + ttlSeconds;
    return {
      url: `${gatewayUrl}/objects/shared/${signPrefix(secret, prefix, expires)}/${prefix}`,
      expiresAt: new Date(expires * 1_000),
    };
  };
  return {
    store: { ...disk, signPrefixGet },
    disk,
    verifyPrefix: (token, key) => verifyPrefix(secret, token, key, nowSeconds()),
    uploadSecret: deriveKey(config, 'upload-tokens'),
    gatewayUrl,
    close: async () => {},
  };
};
