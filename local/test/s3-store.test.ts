import { systemClock } from '@vitrina/platform/clock';
import { objectsConfig, openObjects } from '@vitrina/platform/objects';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { objectStoreContract } from '../../platform/src/objects/fixtures/contract-suite.ts';
import { type S3Double, startS3Double } from '../src/s3-double/index.ts';

const secrets = { accessKeyId: 'double', secretAccessKey: 'double-secret' };
const buckets = ['vitrina-private', 'vitrina-public'];

const open = async (url: string, changes: Record<string, string> = {}) =>
  openObjects(
    objectsConfig.parse({
      VITRINA_OBJECTS: 's3',
      VITRINA_S3_ENDPOINT: url,
      VITRINA_S3_PRIVATE_BUCKET: buckets[0],
      VITRINA_S3_PUBLIC_BUCKET: buckets[1],
      VITRINA_S3_ACCESS_KEY: secrets.accessKeyId,
      VITRINA_S3_SECRET_KEY: secrets.secretAccessKey,
      ...changes,
    }),
    systemClock,
  );

objectStoreContract('S3', async () => {
  const double = await startS3Double({ ...secrets, buckets });
  const objects = await open(double.url);
  return {
    store: objects.store,
    close: async () => {
      expect(double.openMultiparts(), 'parts of failed writers').toBe(0);
      await objects.close();
      await double.stop();
    },
  };
});

describe('the S3 double', () => {
  let double: S3Double;
  beforeAll(async () => {
    double = await startS3Double({ ...secrets, buckets });
  });
  afterAll(() => double.stop());

  it('lets nobody in without the right key', async () => {
    const wrongs: readonly Record<string, string>[] = [
      { VITRINA_S3_SECRET_KEY: 'other' },
      { VITRINA_S3_ACCESS_KEY: 'other' },
    ];
    for (const wrong of wrongs) {
      const objects = await open(double.url, wrong);
      await expect(
        objects.store.put('private', 'a', Buffer.from('a'), { contentType: 'text/plain' }),
      ).rejects.toThrow();
      await objects.close();
    }
    expect((await fetch(`${double.url}/vitrina-public/a`)).status).toBe(403);
  });

  it('is found to be away in seconds, not minutes', async () => {
    const gone = await startS3Double({ ...secrets, buckets });
    const objects = await open(gone.url);
    await gone.stop();
    const started = Date.now();
    await expect(objects.store.head('private', 'a')).rejects.toThrow();
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe('a configuration of S3', () => {
  it('that lacks something names the variable', async () => {
    await expect(openObjects(objectsConfig.parse({ VITRINA_OBJECTS: 's3' }), systemClock)).rejects.toThrow(
      'VITRINA_S3_ACCESS_KEY',
    );
  });

  it('signs with nothing that is public in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    try {
      await expect(openObjects(objectsConfig.parse({}), systemClock)).rejects.toThrow('VITRINA_OBJECTS_SECRET');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
