import { readdir } from 'node:fs/promises';
import { moderationDecided } from '@vitrina/schema/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProgramsUnusable } from '../src/clients/ffmpeg/index.ts';
import { runStep } from '../src/usecases/run-step.ts';
import { admin, colleague, editor, keysIn, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());
beforeEach(() => {
  test.tools.calls.length = 0;
});

const finish = (videoId: string, as = editor) =>
  test.run('finishVideoUpload', 'FinishVideoUploadInput', { videoId }, as);
const work = () => test.context.runJobs();
/** A queue tries a job that threw again; the test's does not, so the test does. */
const workUntilSettled = async (): Promise<void> => {
  for (let round = 0; round < 10; round += 1) {
    const failed = await work().then(
      () => false,
      () => true,
    );
    if (!failed) return;
  }
};
const scratch = async (): Promise<string[]> => {
  const { root } = await test.context.services.scratch();
  return (await readdir(root)).filter((name) => name.startsWith(`video-${process.pid}-`));
};

describe('from an upload to a video', () => {
  it('refuses a file that has not arrived, and takes it once it has', async () => {
    const opened = await test.run<{ video: { id: string }; upload: { id: string } }>(
      'createVideoUpload',
      'CreateVideoUploadInput',
      { shopId: 'shp_one', format: 'SHORT', title: 'Later', fileName: 'later.mp4', sizeBytes: 400 },
    );
    const refused = await finish(opened.video.id);
    expect(refused).toMatchObject({ video: null, userErrors: [{ code: 'UPLOAD_INCOMPLETE', field: ['videoId'] }] });
  });

  it('makes everything in order, says so, and keeps nothing in the scratch folder', async () => {
    const videoId = await test.upload();
    expect(await test.see(videoId, 'state progress { stage percent }', editor)).toEqual({
      state: 'PROCESSING',
      progress: { stage: 'PROBE', percent: 0 },
    });
    await work();
    expect(test.tools.calls).toEqual(['probe', 'encodeFirst', 'encodeRest', 'pictures']);
    const seen = await test.see<{ playback: { hlsUrl: string; renditions: object[] }; poster: { url: string } }>(
      videoId,
      `state durationSeconds width readyAt progress { percent } storyboard { vttUrl intervalSeconds } previewUrl poster { url(width: 320) thumbhash alt }
       playback { hlsUrl dashUrl expiresAt renditions { name width bandwidth } }`,
    );
    expect(seen).toMatchObject({ state: 'READY', durationSeconds: 12, width: 1280, progress: null });
    expect(seen?.playback).toMatchObject({
      hlsUrl: expect.stringMatching(/\/media\/video\/vid_\w+\/[0-9a-f]{32}\/master\.m3u8$/),
      expiresAt: null,
      renditions: [{ name: '720p' }, { name: '540p' }, { name: '360p' }],
    });
    expect(seen?.poster).toMatchObject({ alt: 'Mugs', url: expect.stringMatching(/\.webp$/) });
    const events = (await test.context.published()).filter(({ aggregateId }) => aggregateId === videoId);
    expect(events.map(({ name }) => name)).toEqual(['video.uploaded', 'video.processed']);
    expect(events[1]?.payload).toMatchObject({ videoId, shopId: 'shp_one', format: 'SHORT', productIds: [] });
    const keys = await keysIn(test, 'public', `video/${videoId}/`);
    expect(keys.map((key) => key.split('/').slice(3).join('/'))).toEqual(
      expect.arrayContaining([
        'early.m3u8',
        'master.m3u8',
        'manifest.mpd',
        '540p/init.mp4',
        '720p/seg-00001.m4s',
        'storyboard.vtt',
      ]),
    );
    expect(await scratch()).toEqual([]);
  });

  it('can be played by everybody as soon as the first rendition is there', async () => {
    const videoId = await test.upload();
    const scope = { signal: new AbortController().signal, log: test.context.services.log };
    for (const stage of ['PROBE', 'FIRST_RENDITION'] as const)
      await runStep(test.context.services, { videoId, stage }, scope);
    expect(await test.see(videoId, 'state playback { hlsUrl dashUrl renditions { name } }')).toEqual({
      state: 'PLAYABLE',
      playback: { hlsUrl: expect.stringMatching(/early\.m3u8$/), dashUrl: null, renditions: [{ name: '540p' }] },
    });
    await work();
    expect(test.tools.calls.filter((call) => call === 'encodeFirst')).toHaveLength(1);
  });

  it('says that a file has arrived twice at once, and by two people, without working twice', async () => {
    const videoId = await test.upload();
    const answers = await Promise.all([finish(videoId), finish(videoId, colleague), finish(videoId)]);
    expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], [], []]);
    await work();
    expect(test.tools.calls.filter((call) => call === 'probe')).toHaveLength(1);
    const uploaded = (await test.context.published('video.uploaded')).filter(
      ({ aggregateId }) => aggregateId === videoId,
    );
    expect(uploaded).toHaveLength(1);
  });

  it('lets one of two workers do a step', async () => {
    const videoId = await test.upload();
    const scope = { signal: new AbortController().signal, log: test.context.services.log };
    const step = { videoId, stage: 'PROBE' as const };
    await Promise.all([1, 2, 3].map(() => runStep(test.context.services, step, scope)));
    expect(test.tools.calls).toEqual(['probe']);
    await work();
  });
});

describe('what goes wrong', () => {
  it('refuses a damaged file with words for the shop, once, and others go on', async () => {
    const bad = await test.upload('bad');
    const good = await test.upload();
    await work();
    expect(await test.see(bad, 'state failure { code message }', editor)).toEqual({
      state: 'FAILED',
      failure: { code: 'CORRUPT', message: expect.stringContaining('export it again') },
    });
    expect(await test.see(bad, 'state')).toBeNull();
    expect(await test.see(good, 'state')).toEqual({ state: 'READY' });
    expect((await test.context.published('video.failed')).at(-1)?.payload).toMatchObject({
      videoId: bad,
      code: 'CORRUPT',
    });
    const again = await test.run('retryVideo', 'RetryVideoInput', { videoId: bad });
    expect(again.userErrors).toMatchObject([{ code: 'NOT_RETRYABLE' }]);
  });

  it('tries a step again that failed, from where it stands', async () => {
    test.tools.fail('encodeRest', 2);
    const videoId = await test.upload();
    await expect(work()).rejects.toThrow('encodeRest failed');
    test.context.clock.advance(60_000);
    await test.context.runSweep('wake-silent-work');
    await expect(work()).rejects.toThrow('encodeRest failed');
    test.context.clock.advance(60_000);
    await test.context.runSweep('wake-silent-work');
    await work();
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
    expect(test.tools.calls.filter((call) => call !== 'encodeRest')).toEqual(['probe', 'encodeFirst', 'pictures']);
    expect(await scratch()).toEqual([]);
  });

  it('gives a poison file up after four tries, shows admins its last words, and retries on demand from the last finished step', async () => {
    test.tools.fail('pictures', 4);
    const videoId = await test.upload();
    for (let round = 0; round < 5; round += 1) {
      await workUntilSettled();
      test.context.clock.advance(60_000);
      await test.context.runSweep('wake-silent-work');
    }
    expect(await test.see(videoId, 'state failure { code }', editor)).toEqual({
      state: 'FAILED',
      failure: { code: 'PROCESSING_FAILED' },
    });
    const list = '{ failedVideoWork { video { id } stage attempts log } }';
    const { data } = await test.context.ask(list, {}, { as: admin });
    expect(data).toMatchObject({
      failedVideoWork: [
        {
          video: { id: videoId },
          stage: 'PICTURES',
          attempts: 4,
          log: expect.stringContaining('last words of ffmpeg'),
        },
      ],
    });
    expect((await test.context.ask(list, {}, { as: editor })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const retried = await test.run('retryVideo', 'RetryVideoInput', { videoId });
    expect(retried).toMatchObject({ video: { state: 'PLAYABLE' }, userErrors: [] });
    await work();
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
    expect(test.tools.calls.filter((call) => call === 'encodeRest')).toHaveLength(1);
    expect((await test.run('retryVideo', 'RetryVideoInput', { videoId })).userErrors).toMatchObject([
      { code: 'NOT_FAILED' },
    ]);
  });

  it('does not count a try against a file when its worker is asked to stop', async () => {
    const videoId = await test.upload();
    const stopping = new AbortController();
    const held = test.tools.hold('probe');
    const scope = { signal: stopping.signal, log: test.context.services.log };
    const running = runStep(test.context.services, { videoId, stage: 'PROBE' }, scope);
    await held.entered;
    stopping.abort(new Error('The worker stops.'));
    await expect(running).rejects.toThrow('The worker stops.');
    await work();
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
  });

  it('writes no file off because the worker has no ffmpeg, however often that is noticed', async () => {
    const videoId = await test.upload();
    test.tools.fail('probe', 6, new ProgramsUnusable('There is no ffmpeg; install it.'));
    for (let round = 0; round < 6; round += 1) {
      await expect(work()).rejects.toThrow('There is no ffmpeg');
      test.context.clock.advance(4 * 3_600_000);
      await test.context.runSweep('wake-silent-work');
    }
    await work();
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
  });

  it('stops work on a video that is deleted meanwhile and leaves no object of it', async () => {
    const videoId = await test.upload();
    const held = test.tools.hold('encodeRest');
    const working = work();
    await held.entered;
    expect(await test.run('deleteVideo', 'DeleteVideoInput', { videoId })).toMatchObject({ deletedId: videoId });
    held.release();
    await working;
    await test.context.runSweep('delete-discarded');
    test.context.clock.advance(2 * 3_600_000);
    await test.context.runSweep('delete-discarded');
    expect(await test.see(videoId, 'id', editor)).toBeNull();
    expect(await keysIn(test, 'public', `video/${videoId}/`)).toEqual([]);
    expect(await keysIn(test, 'public', `img/video/${videoId}/`)).toEqual([]);
    expect(await keysIn(test, 'private', `video/${videoId}/`)).toEqual([]);
    expect(await test.context.database.sql`select 1 from discarded`).toEqual([]);
  });

  it('forgets videos whose file never came', async () => {
    const { video } = await test.run('createVideoUpload', 'CreateVideoUploadInput', {
      shopId: 'shp_one',
      format: 'LANDING',
      title: 'Never',
      fileName: 'never.mp4',
      sizeBytes: 5,
    });
    test.context.clock.advance(49 * 3_600_000);
    await test.context.runSweep('forget-unsent-videos');
    expect(await test.see(video?.id ?? '', 'id', editor)).toBeNull();
  });
});

describe('moderation', () => {
  it('takes a video away with its files when it is rejected, and an older decision changes nothing', async () => {
    const videoId = await test.upload();
    await work();
    const decide = (decision: 'APPROVED' | 'REJECTED', decidedAt: string) =>
      test.context.deliver(moderationDecided, {
        aggregateId: videoId,
        aggregateVersion: 1,
        payload: { subjectType: 'video', subjectId: videoId, decision, reason: null, decidedAt },
      });
    await decide('REJECTED', '2026-02-02T00:00:00Z');
    expect(await test.see(videoId, 'id')).toBeNull();
    await work();
    expect(await keysIn(test, 'public', `video/${videoId}/`)).toEqual([]);
    await decide('APPROVED', '2026-02-01T00:00:00Z');
    expect(await test.see(videoId, 'id')).toBeNull();
    await decide('APPROVED', '2026-02-03T00:00:00Z');
    await work();
    expect(await test.see(videoId, 'moderation playback { expiresAt }')).toEqual({
      moderation: null,
      playback: { expiresAt: null },
    });
  });
});
