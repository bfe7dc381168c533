import { afterAll, beforeAll, expect, it } from 'vitest';
import { prefixOf } from '../src/domain/object-keys.ts';
import type { Services } from '../src/services.ts';
import { findVideo } from '../src/usecases/access.ts';
import { moveFiles, moveMisplaced } from '../src/usecases/move-files.ts';
import { editor, keysIn, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());

const never = new AbortController().signal;

/** Finished private videos that were just made public: their files still lie in the private bucket. */
const manyMisplaced = async (count: number): Promise<string[]> => {
  const videoIds: string[] = [];
  for (let made = 0; made < count; made += 1)
    videoIds.push(await test.upload('a film that moves', { visibility: 'PRIVATE' }));
  await test.context.runJobs();
  for (const videoId of videoIds) await test.run('updateVideo', 'UpdateVideoInput', { videoId, visibility: 'PUBLIC' });
  return videoIds;
};
const misplaced = async (): Promise<string> => (await manyMisplaced(1))[0] ?? '';

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

it('loses nothing of a copy that takes longer than one that was abandoned is kept', async () => {
  const videoId = await misplaced();
  const before = (await keysIn(test, 'private', `video/${videoId}/`)).length;
  const { services, clock, runSweep } = test.context;
  const slow: Services = {
    ...services,
    objects: {
      ...services.objects,
      copy: async (from, to) => {
        clock.advance(20 * 60_000);
        await runSweep('delete-discarded');
        return services.objects.copy(from, to);
      },
    },
  };
  await moveFiles(slow, videoId, never);
  await sweepAll();
  expect(await findVideo(test.context.database.orm, videoId)).toMatchObject({ storedIn: 'public' });
  expect(before).toBeGreaterThan(5);
  expect(await keysIn(test, 'public', `video/${videoId}/`)).toHaveLength(before);
});

it('moves the others of a sweep when the files of one cannot be moved', async () => {
  const [stuck = '', ...others] = await manyMisplaced(3);
  const { services } = test.context;
  const failing: Services = {
    ...services,
    objects: {
      ...services.objects,
      copy: async (from, to) => {
        if (from.key.includes(stuck)) throw new Error('The store refuses this one.');
        return services.objects.copy(from, to);
      },
    },
  };
  await moveMisplaced(failing, never);
  const homes = await Promise.all(
    [stuck, ...others].map(async (id) => (await findVideo(test.context.database.orm, id))?.storedIn),
  );
  expect(homes).toEqual(['private', 'public', 'public']);
  await sweepAll();
  expect(await findVideo(test.context.database.orm, stuck)).toMatchObject({ storedIn: 'public' });
});

it('leaves no copy behind of a video that is deleted while it moves', async () => {
  const videoId = await misplaced();
  const late = interrupted(() => test.run('deleteVideo', 'DeleteVideoInput', { videoId }, editor));
  await moveFiles(late, videoId, never);
  await sweepAll();
  for (const bucket of ['public', 'private'] as const)
    expect(await keysIn(test, bucket, `video/${videoId}/`)).toEqual([]);
});
