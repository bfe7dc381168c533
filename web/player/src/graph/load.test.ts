import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LiveStanding } from './load-live.ts';
import type { LoadedVideo } from './load-video.ts';

let loadVideo: (endpoint: string, id: string) => Promise<LoadedVideo | undefined>;
let loadLive: (endpoint: string, id: string) => Promise<LiveStanding>;
beforeAll(async () => {
  vi.stubGlobal('vitrinaOperations', { PlayerLiveStream: 'hash-live', PlayerVideo: 'hash-video', RecordPlayback: 'c' });
  vi.resetModules();
  ({ loadVideo } = await import('./load-video.ts'));
  ({ loadLive } = await import('./load-live.ts'));
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => vi.resetModules());

const asked: unknown[] = [];
const answering = (answer: object) => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    asked.push([url, JSON.parse(body)]);
    return new Response(JSON.stringify(answer));
  });
};
const poster = { url: '/p.jpg', avif: null, webp: '/p.webp 9w', jpeg: '/p.jpg 9w', thumbhash: 'abc' };
const tag = { id: 'vpt_1', startSeconds: 0, endSeconds: 9, x: 0.5, y: null };
const video = {
  title: 'Bowls',
  format: 'LANDING',
  width: 1080,
  height: 1920,
  playback: { hlsUrl: '/m.m3u8' },
  poster,
  storyboard: { vttUrl: '/s.vtt' },
  captions: [],
  productTags: [
    { ...tag, product: { title: 'Bowl' } },
    { ...tag, id: 'vpt_2', product: null },
  ],
};

describe('a video of the graph', () => {
  it('is asked for by its registered operation', async () => {
    answering({ data: { video } });
    await loadVideo('/graphql', 'vid_1');
    expect(asked).toEqual([
      [
        '/graphql',
        {
          operationName: 'PlayerVideo',
          variables: { id: 'vid_1' },
          extensions: { persistedQuery: { version: 1, sha256Hash: 'hash-video' } },
        },
      ],
    ]);
  });

  it('comes with its shape, the formats of its poster that there are, and the goods that are left', async () => {
    answering({ data: { video } });
    expect(await loadVideo('/graphql', 'vid_1')).toEqual({
      source: {
        hlsUrl: '/m.m3u8',
        title: 'Bowls',
        poster: {
          src: '/p.jpg',
          sets: [
            { type: 'image/webp', srcset: '/p.webp 9w' },
            { type: 'image/jpeg', srcset: '/p.jpg 9w' },
          ],
        },
        thumbhash: 'abc',
        captions: [],
        storyboardUrl: '/s.vtt',
        aspectRatio: 0.5625,
        live: false,
      },
      tags: [{ ...tag, label: 'Bowl' }],
    });
  });

  it('may be without a poster, a storyboard and a size', async () => {
    answering({ data: { video: { ...video, poster: null, storyboard: null, width: null } } });
    expect((await loadVideo('/graphql', 'vid_1'))?.source).toMatchObject({
      poster: undefined,
      thumbhash: undefined,
      storyboardUrl: undefined,
      aspectRatio: undefined,
    });
  });

  it('that is not there, or cannot be played yet, is none', async () => {
    answering({ data: { video: null } });
    expect(await loadVideo('/graphql', 'vid_1')).toBeUndefined();
    answering({ data: { video: { ...video, playback: null } } });
    expect(await loadVideo('/graphql', 'vid_1')).toBeUndefined();
  });

  it('that the graph refuses is told in its words, one it could not be asked for as the browser says', async () => {
    answering({ errors: [{ message: 'Not now.' }] });
    await expect(loadVideo('/graphql', 'vid_1')).rejects.toMatchObject({
      name: 'GraphFailed',
      message: 'PlayerVideo: Not now.',
    });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(loadVideo('/graphql', 'vid_1')).rejects.toBeInstanceOf(TypeError);
  });
});

describe('a show of the graph', () => {
  const stream = { title: 'Market day', state: 'LIVE', hlsUrl: '/live.m3u8', recording: null };
  it.each<[string, object | null, unknown]>([
    ['before it begins', { ...stream, state: 'IDLE', hlsUrl: null }, { kind: 'before' }],
    ['that this viewer may not see', null, { kind: 'before' }],
    ['that is prepared', { ...stream, state: 'CONNECTED', hlsUrl: null }, { kind: 'before' }],
    ['that is over', { ...stream, state: 'ENDED' }, { kind: 'over', recordingId: undefined }],
    [
      'whose recording can be seen',
      { ...stream, state: 'ENDED', recording: { id: 'vid_1' } },
      { kind: 'over', recordingId: 'vid_1' },
    ],
    ['on the air', stream, { kind: 'on-air', source: { hlsUrl: '/live.m3u8', title: 'Market day', live: true } }],
  ])('%s is told as it stands', async (_what, liveStream, standing) => {
    answering({ data: { liveStream } });
    expect(await loadLive('/graphql', 'liv_1')).toMatchObject(standing as object);
  });
});
