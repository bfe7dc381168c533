import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, type Setting, scribe } from './setting.ts';

describe('events from one context to another', () => {
  let setting: Setting;
  let running: RunningEvents[] = [];
  beforeAll(async () => {
    setting = await createSetting();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await setting.clear();
  });
  afterAll(() => setting.close());

  it('reach every consumer once', async () => {
    running = [await setting.startDepot(), await setting.startShop([scribe('first'), scribe('second')])];
    await setting.publish('parcel-1', 1, 'depot');
    await drained(running);
    expect(await setting.seen()).toEqual(
      expect.arrayContaining([
        { consumer: 'first', parcel: 'parcel-1', version: 1, place: 'depot' },
        { consumer: 'second', parcel: 'parcel-1', version: 1, place: 'depot' },
      ]),
    );
    expect(await setting.seen()).toHaveLength(2);
  });
});
