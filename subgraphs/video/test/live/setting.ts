import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { runProgram } from '@vitrina/platform/child-process';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { expect } from 'vitest';
import { createBroadcaster } from '../../src/clients/ffmpeg/live.ts';
import { findPrograms } from '../../src/clients/ffmpeg/programs.ts';
import { listedSegments } from '../../src/domain/playlist/live.ts';
import { createIngest } from '../../src/live/ingest.ts';
import { startRtmpServer } from '../../src/live/rtmp/server.ts';
import type { Services } from '../../src/services.ts';
import { video } from '../../src/subgraph.ts';
import { testSegmentSeconds } from '../worker-services.ts';

export const shopId = 'shp_one';
export const seller = asUser('usr_seller', { shops: { [shopId]: ['media:write'] } });
export const stranger = asUser('usr_stranger', { shops: { shp_two: ['media:write'] } });
export const buyer = asUser('usr_buyer');

export interface Live {
  readonly id: string;
  readonly state: string;
  readonly hlsUrl: string | null;
  readonly reconnectingUntil: string | null;
  readonly recording: { readonly id: string; readonly state: string; readonly format: string } | null;
}
const fields = 'id state hlsUrl reconnectingUntil recording { id state format }';

interface Payload {
  readonly liveStream: Live | null;
  readonly ingest?: { readonly serverUrl: string; readonly streamKey: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

/** Looks again and again until there is something to see. */
export const until = async <T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> => {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const found = await look();
    if (found) return found;
    await pause(100);
  }
  throw new Error(`${what} did not come`);
};

export const segmentsIn = (playlist: string): number => listedSegments(playlist).length;

/** Streams as their API shows them. */
const askingFor = (context: TestContext<Services>) => {
  const see = async (id: string, as = seller): Promise<Live | null> => {
    const query = `query ($id: ID!) { liveStream(id: $id) { ${fields} } }`;
    const answer = await context.ask<{ liveStream: Live | null }>(query, { id }, { as });
    expect(answer.errors).toBeUndefined();
    return answer.data?.liveStream ?? null;
  };
  const mutate = async (name: string, inputType: string, input: object, as = seller) => {
    const withKey = name === 'createLiveStream' || name === 'rotateStreamKey';
    const selection = `liveStream { ${fields} } ${withKey ? 'ingest { serverUrl streamKey }' : ''} userErrors { code }`;
    const mutation = `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${selection} } }`;
    const answer = await context.ask<Record<string, Payload>>(mutation, { input }, { as });
    return { payload: answer.data?.[name], code: answer.errors?.[0]?.extensions?.['code'] };
  };
  return {
    see,
    mutate,
    about: (name: string, liveStreamId: string, as = seller) => mutate(name, 'LiveStreamInput', { liveStreamId }, as),
    create: async (): Promise<{ id: string; key: string }> => {
      const { payload } = await mutate('createLiveStream', 'CreateLiveStreamInput', { shopId, title: 'Spring show' });
      return { id: payload?.liveStream?.id ?? '', key: payload?.ingest?.streamKey ?? '' };
    },
    untilState: (id: string, state: string) =>
      until(`${id} ${state}`, async () => {
        const now = await see(id);
        return now?.state === state && now;
      }),
  };
};

/** Sends test pictures with sound, as a streaming program would. */
export const pushingTo = (ffmpeg: string, port: number) => {
  const publishers = new Set<ChildProcess>();
  return {
    push: (key: string) => {
      const source = ['-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=24', '-re', '-f', 'lavfi', '-i', 'sine'];
      const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '24', '-c:a', 'aac'];
      const output = ['-t', '60', '-f', 'flv', `rtmp://127.0.0.1:${port}/live/${key}`];
      const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin'];
      const child = spawn(ffmpeg, [...quiet, ...source, ...encoding, ...output], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      publishers.add(child);
      let said = '';
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString();
      });
      /** What it said, when it has ended. */
      const ended = new Promise<string>((resolve) => child.once('close', () => resolve(said)));
      return { child, ended };
    },
    stopAll: (): void => {
      for (const publisher of publishers) publisher.kill('SIGKILL');
      publishers.clear();
    },
  };
};

/** What a player fetches, from the store behind the public address. */
const watching = (context: TestContext<Services>, ffmpeg: string, folder: string) => {
  const fetchPublic = async (url: string): Promise<Buffer | undefined> => {
    const key = new URL(url).pathname.replace(/^.*\/(live\/)/, '$1');
    const found = await context.services.objects.get('public', key);
    return found && (await buffer(found.body));
  };
  return {
    fetchPublic,
    playlistWith: (url: string, enough: (playlist: string) => boolean) =>
      until('a playlist', async () => {
        const playlist = (await fetchPublic(url))?.toString() ?? '';
        return enough(playlist) && playlist;
      }),
    /** Decodes the segments a playlist names; gives ffmpeg's complaints. */
    play: async (url: string, playlist: string): Promise<string> => {
      const files = listedSegments(playlist).map(({ file }) => new URL(file, url).href);
      const parts = await Promise.all(files.map(async (file) => (await fetchPublic(file)) ?? Buffer.alloc(0)));
      expect(parts.every(({ length }) => length > 0)).toBe(true);
      const path = join(folder, 'played.ts');
      await writeFile(path, Buffer.concat(parts));
      const args = ['-v', 'error', '-i', path, '-f', 'null', '-'];
      return (await runProgram(ffmpeg, args, { limits: { timeMs: 60_000 } })).stderrTail;
    },
  };
};

/** A context with a worker that takes one stream at a time. */
export const openStage = async (env: Readonly<Record<string, string>> = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'live-test-'));
  const scratch = join(folder, 'scratch');
  const { ffmpeg } = await findPrograms({});
  const context = await testContext<Services>(video, {
    env: { VITRINA_VIDEO_SCRATCH: scratch, VITRINA_LIVE_STREAMS: '1', ...env },
    internal: {},
  });
  const broadcaster = await createBroadcaster({}, testSegmentSeconds);
  const ingest = createIngest({ ...context.services, broadcaster: async () => broadcaster });
  const server = await startRtmpServer({ host: '127.0.0.1', port: 0 }, ingest.admit);
  const asking = askingFor(context);
  const untilScratchIsEmpty = () => until('an empty scratch', async () => (await readdir(scratch)).length === 0);
  return {
    context,
    folder,
    ...asking,
    ...pushingTo(ffmpeg, server.port),
    ...watching(context, ffmpeg, folder),
    untilScratchIsEmpty,
    /** Ends a stream and waits until its recording is a video and nothing is left on the worker. */
    endAndWait: async (id: string): Promise<Live> => {
      await asking.about('endLiveStream', id);
      const ended = await until('its settlement', async () => {
        const [row] = await context.database.sql<{ settled: boolean }[]>`
          select settled_at is not null as settled from live_stream where id = ${id}`;
        return row?.settled && (await asking.see(id));
      });
      await untilScratchIsEmpty();
      return ended;
    },
    close: async () => {
      await ingest.stop();
      await server.stop();
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export type Stage = Awaited<ReturnType<typeof openStage>>;
