import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asUser, type TestDatabase, testDatabase } from '@vitrina/platform/testing';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { findPrograms } from '../../src/clients/ffmpeg/programs.ts';
import { livePlaylistFile, livePrefixOf } from '../../src/domain/object-keys.ts';
import { checkMediaPlaylist } from '../../src/domain/playlist/check-media.ts';
import { listedSegments } from '../../src/domain/playlist/live.ts';
import { createIngest } from '../../src/live/ingest.ts';
import { startRtmpServer } from '../../src/live/rtmp/server.ts';
import type { Services } from '../../src/services.ts';
import { video } from '../../src/subgraph.ts';
import { assembleRecording } from '../../src/usecases/assemble-recording.ts';
import { createLiveStream, endLiveStream, startLiveStream } from '../../src/usecases/change-live-stream.ts';
import { findLiveStream } from '../../src/usecases/live-access.ts';
import { keepSegment, segmentsOf } from '../../src/usecases/live-segments.ts';
import { endAbandonedStreams } from '../../src/usecases/run-live-stream.ts';
import { workerServices } from '../worker-services.ts';
import { pushingTo, until } from './setting.ts';

// Shows take their time, and other tests take the machine's.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const seller = asUser('usr_seller', { shops: { shp_one: ['media:write'] } });
const never = new AbortController().signal;
const children: ChildProcess[] = [];
let db: TestDatabase;
let folder: string;
let ffmpeg: string;
/** The worker that stays; its time may be ahead, so that nobody waits for the silence of a dead one. */
let services: Services;
let aheadMs = 0;
let enqueued: unknown[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-killed-'));
  db = await testDatabase({ migrations: video.migrations });
  ({ ffmpeg } = await findPrograms({}));
  const real = await workerServices(db.database, join(folder, 'objects'), join(folder, 'scratch'));
  const enqueue = async (_job: unknown, data: unknown): Promise<void> => void enqueued.push(data);
  services = {
    ...real,
    clock: { now: () => new Date(Date.now() + aheadMs) },
    jobs: { enqueue, enqueueSequence: async () => {} },
  };
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  aheadMs = 0;
  enqueued = [];
});
afterAll(async () => {
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

const create = async () => {
  const wanted = { shopId: 'shp_one', title: 'Spring show', recordingVisibility: 'PUBLIC' } as const;
  const made = await createLiveStream(services, seller, wanted);
  if (!made.ok) throw new Error(JSON.stringify(made.refusals));
  return { id: made.value.row.id, streamKey: made.value.streamKey };
};

/** A stream that is on the air on a worker of its own, of which viewers were sent some segments. */
const onAirElsewhere = async () => {
  const script = fileURLToPath(new URL('./ingest-child.ts', import.meta.url));
  const worker = fork(script, [db.url, join(folder, 'objects'), join(folder, 'scratch')], {
    execArgv: ['--import', 'tsx'],
  });
  children.push(worker);
  const [{ port }] = (await once(worker, 'message')) as [{ port: number }];
  const { id, streamKey } = await create();
  const publisher = pushingTo(ffmpeg, port).push(streamKey);
  children.push(publisher.child);
  await until('a preview', async () => (await segmentsOf(services, id)).length > 0);
  expect(await startLiveStream(services, seller, id)).toMatchObject({ ok: true });
  const seen = async () => (await segmentsOf(services, id)).filter(({ onAir }) => onAir);
  await until('three segments', async () => (await seen()).length >= 3);
  const kill = async (): Promise<void> => {
    worker.kill('SIGKILL');
    await Promise.all([once(worker, 'exit'), publisher.ended]);
  };
  return { id, streamKey, seen, kill };
};

/** How long the sweep has to wait before it believes that a worker is gone, and a publisher too. */
const pass = async (ms: number): Promise<void> => {
  aheadMs += ms;
  await endAbandonedStreams(services, never);
};

/** Length and size of the recording, read from the file that became a video. */
const recordingOf = async (id: string) => {
  const row = await findLiveStream(db.database.orm, id);
  const [stored] = await db.database.sql<{ key: string; moderation: string }[]>`
    select original_key as key, moderation from video where id = ${row?.videoId ?? ''}`;
  const path = join(folder, 'recording.mp4');
  expect(await services.objects.getFile('private', stored?.key ?? '', path)).toBe(true);
  const facts = await (await services.tools()).probe(path);
  if (!facts.ok) throw new Error(JSON.stringify(facts.refusals));
  return facts.value;
};
/** What viewers of a show find where they are told to look: the playlist, and all files. */
const shownOf = async (id: string) => {
  const row = await findLiveStream(db.database.orm, id);
  if (!row) throw new Error(`There is no ${id}.`);
  const prefix = livePrefixOf(row);
  const found = await services.objects.get('public', `${prefix}${livePlaylistFile}`);
  const playlist = await new Response(found?.body as unknown as ReadableStream).text();
  const files = (await services.objects.list('public', prefix)).map(({ key }) => key.slice(prefix.length));
  return { playlist, files };
};
const lengthOf = (segments: readonly { seconds: number }[]): number =>
  segments.reduce((sum, { seconds }) => sum + seconds, 0);

/** Of its preview a show has nothing but the numbers: neither its playlist nor its folder knows of those segments. */
const expectToBeginWithItself = async (id: string): Promise<void> => {
  const all = await segmentsOf(services, id);
  const preview = all.filter(({ onAir }) => !onAir).map(({ file }) => file);
  const first = all.find(({ onAir }) => onAir);
  const { playlist, files } = await shownOf(id);
  expect(checkMediaPlaylist(playlist).problems).toEqual([]);
  expect(playlist).toContain(`#EXT-X-MEDIA-SEQUENCE:${preview.length}\n`);
  expect(listedSegments(playlist)[0]?.file).toBe(first?.file);
  expect(files.filter((file) => preview.includes(file))).toEqual([]);
  const stored = (await services.objects.list('public', `live/${id}/`)).map(({ key }) => key.split('/').at(-1));
  expect(stored).toEqual(expect.arrayContaining(preview));
};

it('a show whose worker is killed ends with a recording of all that viewers were sent, and of nothing before', async () => {
  const { id, seen, kill } = await onAirElsewhere();
  await kill();
  await expectToBeginWithItself(id);
  const segments = await seen();
  expect((await segmentsOf(services, id)).length).toBeGreaterThan(segments.length);
  await pass(50_000);
  expect((await findLiveStream(db.database.orm, id))?.reconnectUntil).not.toBeNull();
  await pass(50_000);
  expect(await findLiveStream(db.database.orm, id)).toMatchObject({ state: 'ENDED', settledAt: null });
  expect(enqueued).toEqual([{ liveStreamId: id }]);
  // The job may come twice, also at the same time.
  await Promise.all([assembleRecording(services, id, never), assembleRecording(services, id, never)]);
  const facts = await recordingOf(id);
  expect(facts).toMatchObject({ width: 320, height: 240, hasAudio: true });
  expect(Math.abs(facts.durationSeconds - lengthOf(segments))).toBeLessThan(0.5);
  const videos = await db.database.sql`select 1 from video where title = 'Spring show'`;
  expect(videos).toHaveLength(1);
  expect((await readdir(join(folder, 'scratch'))).filter((name) => name.includes(`-${process.pid}-`))).toEqual([]);
});

it('a show whose worker is killed goes on at another one: one playlist, one recording', async () => {
  const { id, streamKey, seen, kill } = await onAirElsewhere();
  await kill();
  const before = await seen();
  await pass(50_000);
  const ingest = createIngest(services);
  const server = await startRtmpServer({ host: '127.0.0.1', port: 0 }, ingest.admit);
  const publisher = pushingTo(ffmpeg, server.port).push(streamKey);
  children.push(publisher.child);
  await until('two more segments', async () => (await seen()).length >= before.length + 2);
  const all = await segmentsOf(services, id);
  expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_segment, index) => index));
  const { playlist } = await shownOf(id);
  expect(playlist).toMatch(new RegExp(`${before.at(-1)?.file}\n#EXT-X-DISCONTINUITY\n`));
  await endLiveStream(services, seller, id);
  await until('its settlement', async () => (await findLiveStream(db.database.orm, id))?.settledAt);
  await ingest.stop();
  await server.stop();
  const facts = await recordingOf(id);
  expect(Math.abs(facts.durationSeconds - lengthOf(await seen()))).toBeLessThan(0.5);
});

it('a recording that cannot be put together is given up after three tries, and the end is announced', async () => {
  const { id } = await create();
  // What a worker leaves that died on the air, whose segments are lost as well.
  const now = new Date().toISOString();
  await db.database.sql`
    update live_stream set state = 'LIVE', started_at = ${now}, heartbeat_at = ${now} where id = ${id}`;
  const lost = { file: 'lost-1-000000.ts', seconds: 2, connection: 'lost-1', onAir: true };
  await keepSegment(services, { ...lost, liveStreamId: id, sequence: 0 });
  await endLiveStream(services, seller, id);
  for (let tries = 0; tries < 3; tries += 1) {
    await pass(50_000);
    await expect(assembleRecording(services, id, never)).rejects.toThrow('noted and not stored');
  }
  await pass(50_000);
  await assembleRecording(services, id, never);
  expect(await findLiveStream(db.database.orm, id)).toMatchObject({ state: 'ENDED', videoId: null });
  expect((await findLiveStream(db.database.orm, id))?.settledAt).not.toBeNull();
});
