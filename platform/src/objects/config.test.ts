import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { manualClock } from '../clock/index.ts';
import { readConfig } from '../config/index.ts';
import { objectsConfig, openObjects } from './config.ts';

const clock = manualClock();
const open = (env: Record<string, string>) => openObjects(readConfig(objectsConfig, env), clock);
const s3 = {
  VITRINA_OBJECTS: 's3',
  VITRINA_S3_PRIVATE_BUCKET: 'originals',
  VITRINA_S3_PUBLIC_BUCKET: 'shown',
  VITRINA_S3_ACCESS_KEY: 'id',
  VITRINA_S3_SECRET_KEY: 'secret',
};

describe('the object store of a process', () => {
  let disk: { VITRINA_OBJECTS_DIR: string };
  beforeEach(async () => {
    disk = { VITRINA_OBJECTS_DIR: await mkdtemp(join(tmpdir(), 'objects-')) };
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(disk.VITRINA_OBJECTS_DIR, { recursive: true });
  });

  it('is a folder unless told otherwise, with public files under the gateway or a CDN', async () => {
    const { disk: folder, s3: access, store, gatewayUrl } = await open(disk);
    expect([folder !== undefined, access, gatewayUrl]).toEqual([true, undefined, 'http://127.0.0.1:4000']);
    expect(store.publicUrl('img/a')).toBe('http://127.0.0.1:4000/media/img/a');
    const behind = await open({ ...disk, VITRINA_MEDIA_URL: 'https://cdn.example.org/' });
    expect(behind.store.publicUrl('img/a')).toBe('https://cdn.example.org/img/a');
  });

  it.each(Object.keys(s3).slice(1))('needs %s to be S3', async (name) => {
    await expect(open({ ...s3, [name]: '' })).rejects.toThrow(name);
  });

  it('is S3 when told so, to which the gateway’s uploads go too', async () => {
    const opened = await open({ ...s3, VITRINA_S3_ENDPOINT: 'http://127.0.0.1:9/' });
    expect(opened.disk).toBeUndefined();
    expect(opened.s3).toMatchObject({ privateBucket: 'originals', place: { endpoint: 'http://127.0.0.1:9' } });
    await opened.close();
  });

  it('has a secret of its own in production, one key for each use', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(open(disk)).rejects.toThrow('VITRINA_OBJECTS_SECRET');
    const own = await open({ ...disk, VITRINA_OBJECTS_SECRET: 'x'.repeat(32) });
    const other = await open({ ...disk, VITRINA_OBJECTS_SECRET: 'y'.repeat(32) });
    expect(own.uploadSecret.equals(other.uploadSecret)).toBe(false);
    const { url } = await own.store.signPrefixGet('shared/', 60);
    const token = new URL(url).pathname.split('/')[3] ?? '';
    expect(own.verifyPrefix(token, 'shared/a')).toBe('allowed');
    expect(own.verifyPrefix(token, 'other/a')).toBe('forged');
    expect(other.verifyPrefix(token, 'shared/a')).toBe('forged');
    clock.advance(61_000);
    expect(own.verifyPrefix(token, 'shared/a')).toBe('expired');
  });
});
