import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../src/services.ts';
import { setCaptions } from '../src/usecases/set-captions.ts';
import { editor, keysIn, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
let videoId: string;
beforeAll(async () => {
  test = await videoTest();
  videoId = await test.upload();
  await test.context.runJobs();
});
afterAll(() => test.close());

const vtt = (words: string, at = '00:01.000') => `WEBVTT\n\n${at} --> 00:11.000\n${words}\n`;
const set = (language: string, webVtt: string, label = language) =>
  test.run('setVideoCaptions', 'SetVideoCaptionsInput', { videoId, language, label, webVtt });
const tracks = async () =>
  (await test.see<{ captions: { language: string; label: string }[] }>(videoId, 'captions { language label }'))
    ?.captions;
const files = async () =>
  (await keysIn(test, 'public', `video/${videoId}/`)).filter((key) => key.includes('/captions/'));
const codes = async (answer: ReturnType<typeof set>) => (await answer).userErrors.map(({ code }) => code);

describe('captions of a video', () => {
  it('of one language that come twice at once are one track with one file', async () => {
    const answers = await Promise.all(['one', 'two', 'three'].map((words) => set('en', vtt(words))));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(await tracks()).toEqual([{ language: 'en', label: 'en' }]);
    await test.context.runJobs();
    expect(await files()).toHaveLength(1);
    await set('en', '');
    await test.context.runJobs();
    expect([await tracks(), await files()]).toEqual([[], []]);
  });

  it('may be taken away where there are none, which changes nothing', async () => {
    const version = async () => (await test.see<{ version: number }>(videoId, 'version'))?.version;
    const before = await version();
    expect(await codes(set('ru', ''))).toEqual([]);
    expect(await version()).toBe(before);
  });

  it('come in thirty languages at most, and one of them may still be changed', async () => {
    const languages = Array.from(
      { length: 30 },
      (_, index) => `en-${String.fromCharCode(65 + index / 26, 65 + (index % 26))}`,
    );
    for (const language of languages) expect(await codes(set(language, vtt('x')))).toEqual([]);
    expect(await codes(set('ru', vtt('x')))).toEqual(['TOO_MANY_LANGUAGES']);
    expect(await codes(set(languages[0] ?? '', vtt('y'), 'Changed'))).toEqual([]);
    expect((await tracks())?.[0]).toEqual({ language: 'en-AA', label: 'Changed' });
    for (const language of languages) await set(language, '');
  });

  it('say everything that is wrong with a name and a file at once', async () => {
    expect(await codes(set('en', vtt('x', '00:12.500'), ' '))).toEqual(['TEXT_REQUIRED', 'INVALID_CUE']);
    expect(await codes(set('en', 'WEBVTT\n\n00:12.000 --> 00:13.000\nx\n'))).toEqual(['CUE_AFTER_END']);
    expect(await tracks()).toEqual([]);
  });

  it('that come while the files move are refused, and leave no track that leads nowhere', async () => {
    const { services } = test.context;
    const moving: Services = {
      ...services,
      objects: {
        ...services.objects,
        put: async (...given) => {
          const stored = await services.objects.put(...given);
          await test.context.database.sql`update video set object_token = 'elsewhere' where id = ${videoId}`;
          return stored;
        },
      },
    };
    const answer = await setCaptions(moving, editor, { videoId, language: 'en', label: 'English', webVtt: vtt('x') });
    expect(answer).toMatchObject({ ok: false, refusals: [{ code: 'VIDEO_CHANGED' }] });
    expect(await tracks()).toEqual([]);
  });
});
