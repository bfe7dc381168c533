import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChosenStill } from '../src/usecases/make-still.ts';
import { editor, keysIn, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());

interface Poster {
  readonly url: string;
  readonly avif: string | null;
  readonly webp: string | null;
  readonly jpeg: string | null;
}
const fields =
  'poster { url(width: 320) avif: srcset(format: AVIF) webp: srcset(format: WEBP) jpeg: srcset(format: JPEG) }';
const posterOf = async (videoId: string, as?: typeof editor): Promise<Poster | undefined> =>
  (await test.see<{ poster: Poster }>(videoId, fields, as))?.poster;

const show = (videoId: string, visibility: 'PUBLIC' | 'PRIVATE') =>
  test.run('updateVideo', 'UpdateVideoInput', { videoId, visibility });
/** Lets workers move what lies in the wrong bucket, and delete what was left behind. */
const settle = async (): Promise<void> => {
  await test.context.runJobs();
  test.context.clock.advance(2 * 3_600_000);
  await test.context.runSweep('delete-discarded');
};
const stillsIn = async (bucket: 'public' | 'private', videoId: string): Promise<number> =>
  (await keysIn(test, bucket, `video/${videoId}/`)).filter((key) => key.includes('/stills/')).length;

describe('stills', () => {
  it('come as AVIF, WebP and JPEG, in the same widths', async () => {
    const videoId = await test.upload('a film in three formats');
    await test.context.runJobs();
    const poster = await posterOf(videoId);
    const widthsOf = (srcset: string | null | undefined) => srcset?.match(/ \d+w/g);
    expect(poster?.avif).toMatch(/\.avif 160w, /);
    expect(widthsOf(poster?.avif)).toEqual(widthsOf(poster?.jpeg));
    expect(widthsOf(poster?.webp)).toEqual(widthsOf(poster?.jpeg));
  });

  it('of a private video lie where only signed addresses lead, and those run out', async () => {
    const videoId = await test.upload('a film for nobody yet', { visibility: 'PRIVATE' });
    await test.context.runJobs();
    expect(await keysIn(test, 'public', `video/${videoId}/`)).toEqual([]);
    expect(await keysIn(test, 'public', `img/video/${videoId}/`)).toEqual([]);
    expect(await stillsIn('private', videoId)).toBeGreaterThan(0);
    expect(await posterOf(videoId)).toBeUndefined();
    const poster = await posterOf(videoId, editor);
    const { playback } =
      (await test.see<{ playback: { hlsUrl: string } }>(videoId, 'playback { hlsUrl }', editor)) ?? {};
    // Signed as the video is: the same folder, the same signature, the same hour.
    const folder = playback?.hlsUrl.replace(/[^/]+$/, '') ?? 'none';
    expect(poster?.url.startsWith(`${folder}stills/`)).toBe(true);
    expect(poster?.avif?.split(', ').every((one) => one.startsWith(`${folder}stills/`))).toBe(true);
  });

  it('move with their video, and an address known from before leads nowhere afterwards', async () => {
    const videoId = await test.upload('a film that is taken back', { visibility: 'PRIVATE' });
    await test.context.runJobs();
    const made = await stillsIn('private', videoId);
    await show(videoId, 'PUBLIC');
    await settle();
    expect([await stillsIn('public', videoId), await stillsIn('private', videoId)]).toEqual([made, 0]);
    const { url = '' } = (await posterOf(videoId)) ?? {};
    const key = new URL(url).pathname.replace(/^.*\/(video\/)/, '$1');
    expect(await test.context.services.objects.head('public', key)).toBeDefined();
    await show(videoId, 'PRIVATE');
    await settle();
    expect([await stillsIn('public', videoId), await stillsIn('private', videoId)]).toEqual([0, made]);
    expect(await test.context.services.objects.head('public', key)).toBeUndefined();
  });

  it('that are made while their video moves are made again where it is then', async () => {
    const videoId = await test.upload('a film that moves meanwhile');
    await test.context.runJobs();
    await test.run('chooseVideoThumbnail', 'ChooseVideoThumbnailInput', { videoId, atSeconds: 4 });
    const [still] = await test.context.database.sql<{ id: string }[]>`
      select id from thumbnail where video_id = ${videoId} and position is null`;
    const id = still?.id ?? '';
    const { services } = test.context;
    const tools = await services.tools();
    const slow = {
      ...services,
      tools: async () => ({
        ...tools,
        still: async (...given: Parameters<typeof tools.still>) => {
          await tools.still(...given);
          await test.context.database.sql`update video set object_token = 'elsewhere' where id = ${videoId}`;
        },
      }),
    };
    await expect(makeChosenStill(slow, id, new AbortController().signal)).rejects.toThrow('moved while');
    await makeChosenStill(services, id, new AbortController().signal);
    expect((await posterOf(videoId))?.url).toContain('/elsewhere/stills/');
  });
});
