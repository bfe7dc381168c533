import { silentLogger } from '@vitrina/platform/logging';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStep } from '../src/usecases/run-step.ts';
import { editor, keysIn, type Payload, shopId, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());

const seconds = (count: number): void => test.context.clock.advance(count * 1_000);
const scope = { signal: new AbortController().signal, log: silentLogger };
/** How long the sweep waits before it looks at a video again. */
const looksIn = async (videoId: string): Promise<number> => {
  const [row] = await test.context.database.sql<{ wake_at: string }[]>`select wake_at from video where id = ${videoId}`;
  return (new Date(row?.wake_at ?? 0).getTime() - test.context.clock.now().getTime()) / 1_000;
};

describe('lost wakes', () => {
  it('are made up for: a sweep starts work again that gives no sign of life, ever more seldom', async () => {
    const videoId = await test.upload();
    expect(await looksIn(videoId)).toBe(45);
    const waits: number[] = [];
    for (let look = 0; look < 8; look += 1) {
      seconds((await looksIn(videoId)) + 1);
      await test.context.runSweep('wake-silent-work');
      waits.push(await looksIn(videoId));
    }
    expect(waits).toEqual([90, 180, 360, 720, 1_440, 1_800, 1_800, 1_800]);
    await test.context.runJobs();
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
    // However many wakes there were, each step was done once.
    expect(test.tools.calls).toEqual(['probe', 'encodeFirst', 'encodeRest', 'pictures']);
  });

  it('do not keep a chosen still from being made', async () => {
    const videoId = await test.upload();
    await test.context.runJobs();
    await test.run('chooseVideoThumbnail', 'ChooseVideoThumbnailInput', { videoId, atSeconds: 5 });
    await test.context.runSweep('make-forgotten-stills');
    expect(await test.see(videoId, 'poster { atSeconds }')).toEqual({ poster: { atSeconds: 3 } });
    seconds(121);
    test.tools.fail('still', 1);
    await test.context.runSweep('make-forgotten-stills');
    expect(await test.see(videoId, 'poster { atSeconds }')).toEqual({ poster: { atSeconds: 3 } });
    await test.context.runSweep('make-forgotten-stills');
    expect(await test.see(videoId, 'poster { atSeconds width }')).toEqual({ poster: { atSeconds: 5, width: 640 } });
  });
});

describe('a worker that was thought dead', () => {
  it('stops when another one has taken its step over, and its result does not count', async () => {
    const videoId = await test.upload();
    const held = test.tools.hold('probe');
    const first = runStep(test.context.services, { videoId, stage: 'PROBE' }, scope);
    await held.entered;
    seconds(16);
    await runStep(test.context.services, { videoId, stage: 'PROBE' }, scope);
    const { version } = (await test.see<{ version: number }>(videoId, 'version', editor)) ?? { version: 0 };
    held.release();
    await first;
    expect(await test.see(videoId, 'version', editor)).toEqual({ version });
    await test.context.runJobs();
    expect(await test.see(videoId, 'state')).toEqual({ state: 'READY' });
  });

  it('that died over a file four times has it given up, although nobody was left to say why', async () => {
    const videoId = await test.upload();
    // What four killed workers leave behind: tries that began and leases that ran out.
    await test.context.database
      .sql`update video_step set attempts = 4, lease_token = 'gone', lease_until = ${test.context.clock.now().toISOString()} where video_id = ${videoId} and stage = 'PROBE'`;
    seconds(1);
    await test.context.runJobs();
    expect(await test.see(videoId, 'state failure { code }', editor)).toEqual({
      state: 'FAILED',
      failure: { code: 'PROCESSING_FAILED' },
    });
    const [step] = await test.context.database
      .sql`select log from video_step where video_id = ${videoId} and stage = 'PROBE'`;
    expect(step?.['log']).toContain('died over this step');
  });
});

describe('deleting', () => {
  it('takes what has arrived of a file nobody has finished', async () => {
    const input = { shopId, format: 'SHORT', title: 'Half', fileName: 'half.mp4', sizeBytes: 40 };
    const opened = await test.run<Payload & { upload: { id: string } }>(
      'createVideoUpload',
      'CreateVideoUploadInput',
      input,
    );
    await test.context.sendUpload(opened.upload, Buffer.alloc(20));
    const key = `uploads/${opened.upload.id}`;
    expect(await keysIn(test, 'private', 'uploads/')).toContain(key);
    await test.run('deleteVideo', 'DeleteVideoInput', { videoId: opened.video?.id });
    await test.context.runJobs();
    expect(await keysIn(test, 'private', 'uploads/')).not.toContain(key);
  });

  it('twice finds nothing the second time', async () => {
    const videoId = await test.upload();
    await test.run('deleteVideo', 'DeleteVideoInput', { videoId });
    await expect(test.run('deleteVideo', 'DeleteVideoInput', { videoId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await test.context.runJobs();
  });
});
