import { afterAll, beforeAll, expect, it } from 'vitest';
import { prefixOf } from '../src/domain/object-keys.ts';
import type { Services } from '../src/services.ts';
import { findVideo } from '../src/usecases/access.ts';
import { moveFiles } from '../src/usecases/move-files.ts';
import { editor, keysIn, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());

const never = new AbortController().signal;

/** A finished private video that was just made public: its files still lie in the private bucket. */
const misplaced = async (): Promise<string> => {
  const videoId = await test.upload('a film that moves', { visibility: 'PRIVATE' });
  await test.context.runJobs();
  await test.run('updateVideo', 'UpdateVideoInput', { videoId, visibility: 'PUBLIC' });
  return videoId;
};

/** Services whose first copy of an object waits for something else to happen. */
const interrupted = (meanwhile: () => Promise<unknown>): Services => {
  const { services } = test.context;
  let first = true;
  return {
    ...services,
    objects: {
      ...services.objects,
      copy: async (from, to) => {
        if (first) await meanwhile();
        first = false;
        return services.objects.copy(from, to);
      },
    },
  };
};

const sweepAll = async (): Promise<void> => {
  await test.context.runSweep('move-misplaced');
  test.context.clock.advance(2 * 3_600_000);
  await test.context.runSweep('delete-discarded');
  test.context.clock.advance(2 * 3_600_000);
  await test.context.runSweep('delete-discarded');
};

it('takes captions along that come in while files are being copied', async () => {
  const videoId = await misplaced();
  const webVtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n';
  const input = { videoId, language: 'en', label: 'English', webVtt };
  const late = interrupted(() => test.run('setVideoCaptions', 'SetVideoCaptionsInput', input));
  await moveFiles(late, videoId, never);
  expect(await findVideo(test.context.database.orm, videoId)).toMatchObject({ storedIn: 'private' });
  await sweepAll();
  const row = await findVideo(test.context.database.orm, videoId);
  expect(row).toMatchObject({ storedIn: 'public' });
  const keys = await keysIn(test, 'public', `video/${videoId}/`);
  expect(keys.filter((key) => key.includes('/captions/en-'))).toHaveLength(1);
  // What the move that was interrupted had copied is gone as well.
  expect(keys.every((key) => row && key.startsWith(prefixOf(row)))).toBe(true);
});

it('lets one of two movers win and leaves nothing of the other', async () => {
  const videoId = await misplaced();
  await Promise.all([
    moveFiles(test.context.services, videoId, never),
    moveFiles(test.context.services, videoId, never),
  ]);
  await sweepAll();
  const row = await findVideo(test.context.database.orm, videoId);
  expect(row).toMatchObject({ storedIn: 'public' });
  const keys = await keysIn(test, 'public', `video/${videoId}/`);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.every((key) => row && key.startsWith(prefixOf(row)))).toBe(true);
  expect(await keysIn(test, 'private', `video/${videoId}/`)).toEqual([]);
});

it('leaves no copy behind of a video that is deleted while it moves', async () => {
  const videoId = await misplaced();
  const late = interrupted(() => test.run('deleteVideo', 'DeleteVideoInput', { videoId }, editor));
  await moveFiles(late, videoId, never);
  await sweepAll();
  for (const bucket of ['public', 'private'] as const)
    expect(await keysIn(test, bucket, `video/${videoId}/`)).toEqual([]);
});
