import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, testContext } from '@vitrina/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createIngest } from '../../src/live/ingest.ts';
import type { Publication } from '../../src/live/rtmp/session.ts';
import type { Services } from '../../src/services.ts';
import { video } from '../../src/subgraph.ts';
import { createLiveStream } from '../../src/usecases/change-live-stream.ts';
import { findLiveStream } from '../../src/usecases/live-access.ts';
import { seller, until } from './setting.ts';

let context: TestContext<Services>;
let folder: string;
let ingests: ReturnType<typeof createIngest>[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-ingest-'));
  context = await testContext<Services>(video, {
    env: { VITRINA_VIDEO_SCRATCH: folder, VITRINA_LIVE_STREAMS: '2' },
    internal: {},
  });
});
afterEach(async () => {
  await Promise.all(ingests.map((ingest) => ingest.stop()));
  ingests = [];
});
afterAll(async () => {
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

/** A worker whose ffmpeg takes what it is sent and makes nothing of it: who is let in is decided before. */
const worker = (changes: Partial<Services> = {}) => {
  const broadcast = async ({ input }: { input: NodeJS.ReadableStream }): Promise<void> => {
    for await (const _ of input);
  };
  const services: Services = {
    ...context.services,
    broadcaster: async () => ({ broadcast, join: () => Promise.reject(new Error('Nothing is joined here.')) }),
    ...changes,
  };
  const ingest = createIngest(services);
  ingests.push(ingest);
  return ingest;
};
const stream = async (): Promise<{ id: string; key: string }> => {
  const wanted = { shopId: 'shp_one', title: 'Show', recordingVisibility: 'PUBLIC' } as const;
  const made = await createLiveStream(context.services, seller, wanted);
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  return { id: made.value.row.id, key: made.value.streamKey };
};
const rowOf = async (id: string) => {
  const row = await findLiveStream(context.database.orm, id);
  return { state: row?.state, version: row?.version };
};
/** A connection with that key, which ends when it is cut off. */
const come = async ({ admit }: ReturnType<typeof createIngest>, key: string): Promise<Publication | undefined> => {
  let publication: Publication | undefined;
  publication = await admit(key, () => publication?.onEnd());
  return publication;
};

describe('publishers who come to a worker', () => {
  it('at the same moment get the places there are, and no more', async () => {
    const one = worker();
    const streams = await Promise.all([stream(), stream(), stream(), stream(), stream()]);
    const taken = await Promise.all(streams.map(({ key }) => come(one, key)));
    expect(taken.filter((publication) => publication !== undefined)).toHaveLength(2);
    const states = await Promise.all(streams.map(async ({ id }) => (await rowOf(id)).state));
    expect(states.filter((state) => state === 'CONNECTED')).toHaveLength(2);
  });

  it('for whom there is no place leave their stream as it was, and get one where there is', async () => {
    const [full, free] = [worker(), worker()];
    for (const { key } of [await stream(), await stream()]) expect(await come(full, key)).toBeDefined();
    const late = await stream();
    const before = await rowOf(late.id);
    expect(await come(full, late.key)).toBeUndefined();
    expect(await rowOf(late.id)).toEqual(before);
    expect(await come(free, late.key)).toBeDefined();
  });

  it('get the place of one who has left', async () => {
    const one = worker();
    const [first, second, third] = [await stream(), await stream(), await stream()];
    const publication = await come(one, first.key);
    expect(await come(one, second.key)).toBeDefined();
    publication?.onEnd();
    await until('the place', () => come(one, third.key));
  });

  it('may try again at once where their show could not be opened', async () => {
    const { id, key } = await stream();
    const broken = worker({ scratch: () => Promise.reject(new Error('The disk is full.')) });
    expect(await come(broken, key)).toBeUndefined();
    expect((await rowOf(id)).state).toBe('IDLE');
    expect(await come(worker(), key)).toBeDefined();
  });

  it('are not taken any more by one that stops, and what it had is let go of', async () => {
    const stopping = worker();
    const [first, second] = [await stream(), await stream()];
    expect(await come(stopping, first.key)).toBeDefined();
    await stopping.stop();
    expect((await rowOf(first.id)).state).toBe('IDLE');
    expect(await come(stopping, second.key)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });
});
