import { asUser } from '@vitrina/platform/testing';
import { videoFailed, videoProcessed } from '@vitrina/schema/events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
afterAll(() => setting.close());

it('tells the people of a shop what became of its videos, once per event', async () => {
  const { deliver, ask } = setting.market;
  const video = { videoId: 'vid_1', shopId: 'shp_1' };
  const ready = {
    eventId: 'evt_ready',
    aggregateId: 'vid_1',
    aggregateVersion: 5,
    payload: { ...video, format: 'SHORT' as const, productIds: [] },
  };
  await deliver(videoProcessed, ready);
  await deliver(videoProcessed, ready);
  await deliver(videoFailed, {
    aggregateId: 'vid_2',
    aggregateVersion: 3,
    payload: { ...video, videoId: 'vid_2', code: 'CORRUPT' },
  });
  await deliver(videoFailed, {
    aggregateId: 'vid_3',
    aggregateVersion: 3,
    payload: { ...video, videoId: 'vid_3', code: 'PROCESSING_FAILED' },
  });
  const { data } = await ask(
    '{ notifications { nodes { kind category subjectId title(locale: "en") text(locale: "en") } } }',
    {},
    { as: asUser('usr_owner') },
  );
  expect(data).toMatchObject({
    notifications: {
      nodes: [
        { kind: 'video-failed', subjectId: 'vid_3', text: expect.stringContaining('try again') },
        { kind: 'video-failed', subjectId: 'vid_2', text: expect.stringContaining('CORRUPT') },
        { kind: 'video-ready', category: 'VIDEOS', subjectId: 'vid_1', title: 'Your video is ready' },
      ],
    },
  });
});
