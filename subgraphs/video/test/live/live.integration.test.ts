import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { runProgram } from '@vitrina/platform/child-process';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { findPrograms, type Programs } from '../../src/clients/ffmpeg/programs.ts';
import { checkMediaPlaylist } from '../../src/domain/playlist/check-media.ts';
import { listedSegments } from '../../src/domain/playlist/live.ts';
import { createIngest } from '../../src/live/ingest.ts';
import { type RtmpServer, startRtmpServer } from '../../src/live/rtmp/server.ts';
import type { Services } from '../../src/services.ts';
import { video } from '../../src/subgraph.ts';

vi.setConfig({ testTimeout: 180_000 });

const shopId = 'shp_one';
const seller = asUser('usr_seller', { shops: { [shopId]: ['media:write'] } });
const stranger = asUser('usr_stranger', { shops: { shp_two: ['media:write'] } });
const buyer = asUser('usr_buyer');

let context: TestContext<Services>;
let ingest: ReturnType<typeof createIngest>;
let server: RtmpServer;
let programs: Programs;
let folder: string;
const publishers = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-test-'));
  programs = await findPrograms({});
  context = await testContext<Services>(video, {
    env: { VITRINA_VIDEO_SCRATCH: join(folder, 'scratch'), VITRINA_LIVE_STREAMS: '1' },
    internal: {},
  });
  ingest = createIngest(context.services);
  server = await startRtmpServer({ host: '127.0.0.1', port: 0 }, ingest.admit);
}, 120_000);
afterEach(() => {
  for (const publisher of publishers) publisher.kill('SIGKILL');
  publishers.clear();
});
afterAll(async () => {
  await ingest.stop();
  await server.stop();
  await context.close();
  await rm(folder, { recursive: true, force: true });
});

interface Live {
  readonly id: string;
  readonly state: string;
  readonly hlsUrl: string | null;
  readonly reconnectingUntil: string | null;
  readonly recording: { readonly id: string; readonly state: string; readonly format: string } | null;
}
const fields = 'id state hlsUrl reconnectingUntil recording { id state format }';

const see = async (id: string, as = seller): Promise<Live | null> => {
  const answer = await context.ask<{ liveStream: Live | null }>(
    `query ($id: ID!) { liveStream(id: $id) { ${fields} } }`,
    { id },
    { as },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.liveStream ?? null;
};

interface Payload {
  readonly liveStream: Live | null;
  readonly ingest?: { readonly serverUrl: string; readonly streamKey: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}
const mutate = async (name: string, inputType: string, input: object, as = seller) => {
  const withKey = name === 'createLiveStream' || name === 'rotateStreamKey';
  const answer = await context.ask<Record<string, Payload>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { liveStream { ${fields} } ${withKey ? 'ingest { serverUrl streamKey }' : ''} userErrors { code } } }`,
    { input },
    { as },
  );
  return { payload: answer.data?.[name], code: answer.errors?.[0]?.extensions?.['code'] };
};
const about = (name: string, liveStreamId: string, as = seller) =>
  mutate(name, 'LiveStreamInput', { liveStreamId }, as);

const create = async (): Promise<{ id: string; key: string }> => {
  const { payload } = await mutate('createLiveStream', 'CreateLiveStreamInput', { shopId, title: 'Spring show' });
  return { id: payload?.liveStream?.id ?? '', key: payload?.ingest?.streamKey ?? '' };
};

/** Sends a test picture with sound, as a streaming program would; resolves `ended` with what it said when it ends. */
const push = (key: string) => {
  const source = ['-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=24', '-re', '-f', 'lavfi', '-i', 'sine'];
  const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '24', '-c:a', 'aac'];
  const target = `rtmp://127.0.0.1:${server.port}/live/${key}`;
  const child = spawn(
    programs.ffmpeg,
    ['-hide_banner', '-loglevel', 'error', '-nostdin', '-t', '60', ...source, ...encoding, '-f', 'flv', target],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  publishers.add(child);
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(said)));
  return { child, ended };
};

const until = async <T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> => {
  for (let tries = 0; tries < 240; tries += 1) {
    const found = await look();
    if (found) return found;
    await pause(250);
  }
  throw new Error(`${what} did not come`);
};
const untilState = (id: string, state: string) =>
  until(`${id} ${state}`, async () => {
    const now = await see(id);
    return now?.state === state && now;
  });

/** What a player fetches by the address in `hlsUrl`. */
const fetchPublic = async (url: string): Promise<Buffer | undefined> => {
  const key = new URL(url).pathname.replace(/^.*\/(live\/)/, '$1');
  const found = await context.services.objects.get('public', key);
  return found && (await buffer(found.body));
};
const playlistWith = (url: string, enough: (playlist: string) => boolean) =>
  until('a playlist', async () => {
    const playlist = (await fetchPublic(url))?.toString() ?? '';
    return enough(playlist) && playlist;
  });

/** Fetches the segments a playlist names and decodes them, as a player does; gives ffmpeg's complaints. */
const play = async (url: string, playlist: string): Promise<string> => {
  const parts = await Promise.all(
    listedSegments(playlist).map(async ({ file }) => (await fetchPublic(new URL(file, url).href)) ?? Buffer.alloc(0)),
  );
  expect(parts.every(({ length }) => length > 0)).toBe(true);
  const path = join(folder, 'played.ts');
  await writeFile(path, Buffer.concat(parts));
  const run = await runProgram(programs.ffmpeg, ['-v', 'error', '-i', path, '-f', 'null', '-'], {
    limits: { timeMs: 60_000 },
  });
  return run.stderrTail;
};

const segmentsIn = (playlist: string): number => listedSegments(playlist).length;

const endAndWait = async (id: string): Promise<Live> => {
  await about('endLiveStream', id);
  const ended = await until('its settlement', async () => {
    const [row] = await context.database.sql<{ settled: boolean }[]>`
      select settled_at is not null as settled from live_stream where id = ${id}`;
    return row?.settled && (await see(id));
  });
  await until('an empty scratch', async () => (await readdir(join(folder, 'scratch'))).length === 0);
  return ended;
};

describe('a show', () => {
  it('goes from idle to connected, live and ended; buyers watch it, and its recording becomes a video', async () => {
    const { id, key } = await create();
    expect(await see(id)).toMatchObject({ state: 'IDLE', hlsUrl: null });
    expect((await about('startLiveStream', id)).payload?.userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);

    const publisher = push(key);
    const connected = await untilState(id, 'CONNECTED');
    expect(connected.hlsUrl).toContain('/live/');
    expect(await see(id, buyer)).toBeNull();

    expect((await about('startLiveStream', id)).payload?.liveStream?.state).toBe('LIVE');
    const watched = await see(id, buyer);
    const url = watched?.hlsUrl ?? '';
    const playlist = await playlistWith(url, (text) => segmentsIn(text) >= 3);
    expect(checkMediaPlaylist(playlist).problems).toEqual([]);
    expect(playlist).not.toContain('ENDLIST');
    expect(await play(url, playlist)).toBe('');

    const ended = await endAndWait(id);
    await publisher.ended;
    expect(ended).toMatchObject({ state: 'ENDED', hlsUrl: null, recording: { state: 'PROCESSING', format: 'LIVE' } });
    expect((await fetchPublic(url))?.toString()).toContain('#EXT-X-ENDLIST');
    expect((await context.published()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['live.started', 'video.uploaded', 'live.ended']),
    );

    await context.runJobs();
    expect((await see(id, buyer))?.recording).toMatchObject({ state: 'READY' });
    expect((await about('startLiveStream', id)).payload?.userErrors).toMatchObject([{ code: 'STREAM_ENDED' }]);
  });

  it('goes on where it was when its publisher was cut off and comes back', async () => {
    const { id, key } = await create();
    const first = push(key);
    await untilState(id, 'CONNECTED');
    await about('startLiveStream', id);
    const url = (await see(id))?.hlsUrl ?? '';
    await playlistWith(url, (text) => segmentsIn(text) >= 1);
    first.child.kill('SIGKILL');
    await until('the loss', async () => (await see(id))?.reconnectingUntil);

    push(key);
    await until('the return', async () => (await see(id))?.reconnectingUntil === null);
    const playlist = await playlistWith(url, (text) => text.includes('#EXT-X-DISCONTINUITY\n'));
    expect(checkMediaPlaylist(playlist).problems).toEqual([]);
    const { recording } = await endAndWait(id);
    const recorded = await context.database.sql<
      { key: string }[]
    >`select original_key as key from video where id = ${recording?.id ?? ''}`;
    const path = join(folder, 'recording.flv');
    expect(await context.services.objects.getFile('private', recorded[0]?.key ?? '', path)).toBe(true);
    const facts = await (await context.services.tools()).probe(path);
    expect(facts).toMatchObject({ ok: true, value: { width: 320, height: 240, hasAudio: true } });
  });

  it('is over when its publisher does not come back in time', async () => {
    const { id, key } = await create();
    const publisher = push(key);
    await untilState(id, 'CONNECTED');
    await about('startLiveStream', id);
    await until('a segment', async () => (await fetchPublic((await see(id))?.hlsUrl ?? 'http://x/live/'))?.length);
    publisher.child.kill('SIGKILL');
    await until('the loss', async () => (await see(id))?.reconnectingUntil);
    context.clock.advance(31_000);
    expect((await untilState(id, 'ENDED')).hlsUrl).toBeNull();
    await endAndWait(id);
  });

  it('that never went on the air leaves nothing behind', async () => {
    const { id, key } = await create();
    const publisher = push(key);
    await untilState(id, 'CONNECTED');
    publisher.child.kill('SIGKILL');
    await untilState(id, 'IDLE');
    await until('an empty scratch', async () => (await readdir(join(folder, 'scratch'))).length === 0);
  });
});

describe('a stream key', () => {
  it('that is unknown, or another one in use, is refused', async () => {
    expect(await push('live_wrong').ended).toContain('not known');
    const { id, key } = await create();
    push(key);
    await untilState(id, 'CONNECTED');
    expect(await push(key).ended).toContain('not known, not in use any more, or busy');
    expect((await see(id))?.state).toBe('CONNECTED');
    // This worker takes one stream at a time, and says so to the second.
    const second = await create();
    expect(await push(second.key).ended).toContain('busy');
    expect((await see(second.id))?.state).toBe('IDLE');
    await endAndWait(id);
  });

  it('stops working when it is rotated, also for the one who is sending', async () => {
    const { id, key } = await create();
    const publisher = push(key);
    await untilState(id, 'CONNECTED');
    const { payload } = await about('rotateStreamKey', id);
    expect(payload?.ingest?.streamKey).toMatch(/^live_[0-9a-f]{40}$/);
    await publisher.ended;
    await untilState(id, 'IDLE');
    expect(await push(key).ended).toContain('not known');
    await until('an empty scratch', async () => (await readdir(join(folder, 'scratch'))).length === 0);
    push(payload?.ingest?.streamKey ?? '');
    await untilState(id, 'CONNECTED');
    await endAndWait(id);
  });

  it('is kept as a hash only', async () => {
    const { key } = await create();
    const rows = await context.database.sql<{ row: string }[]>`select live_stream::text as row from live_stream`;
    expect(rows.some(({ row }) => row.includes(key))).toBe(false);
  });
});

describe('who may', () => {
  it('not work for the shop finds nothing before the show, and is refused everything', async () => {
    const { id } = await create();
    expect(await see(id, stranger)).toBeNull();
    for (const name of ['startLiveStream', 'endLiveStream', 'rotateStreamKey'])
      expect((await about(name, id, stranger)).code).toBe('NOT_FOUND');
    const other = await mutate('createLiveStream', 'CreateLiveStreamInput', { shopId, title: 'Mine' }, stranger);
    expect(other.code).toBe('FORBIDDEN');
    const list = await context.ask<{ liveStreams: unknown[] }>(
      `{ liveStreams(shopId: "${shopId}") { id } }`,
      {},
      { as: buyer },
    );
    expect(list.data?.liveStreams).toEqual([]);
  });
});

describe('the status of a stream', () => {
  it('is told at once and with every change until its end', async () => {
    const { id, key } = await create();
    const events = (await context.subscribe(
      'subscription ($id: ID!) { liveStreamStatus(liveStreamId: $id) { state } }',
      { id },
      { as: seller },
    )) as AsyncIterableIterator<{ data: { liveStreamStatus: { state: string } } }>;
    const states: string[] = [];
    const reading = (async () => {
      for await (const { data } of events) states.push(data.liveStreamStatus.state);
    })();
    await until('the first state', async () => states.length > 0);
    push(key);
    await untilState(id, 'CONNECTED');
    await about('startLiveStream', id);
    await endAndWait(id);
    await reading;
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      'IDLE',
      'CONNECTED',
      'LIVE',
      'ENDED',
    ]);
  });

  it('of a worker that died with it becomes idle, or over and announced', async () => {
    const [waiting, onAir] = [await create(), await create()];
    const old = new Date(context.clock.now().getTime() - 60_000).toISOString();
    await context.database
      .sql`update live_stream set state = 'CONNECTED', heartbeat_at = ${old} where id = ${waiting.id}`;
    await context.database
      .sql`update live_stream set state = 'LIVE', started_at = ${old}, heartbeat_at = ${old} where id = ${onAir.id}`;
    await context.runSweep('end-abandoned-streams');
    expect((await see(waiting.id))?.state).toBe('IDLE');
    expect((await see(onAir.id))?.reconnectingUntil).not.toBeNull();
    context.clock.advance(60_000);
    await context.runSweep('end-abandoned-streams');
    expect(await see(onAir.id)).toMatchObject({ state: 'ENDED', recording: null });
    const ends = (await context.published()).filter(({ name }) => name === 'live.ended');
    expect(ends.at(-1)?.payload).toMatchObject({ liveStreamId: onAir.id, videoId: null });
    context.clock.advance(700_000);
    await context.runSweep('clear-ended-streams');
  });
});
