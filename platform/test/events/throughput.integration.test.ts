import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import { consume, createEventPublisher, drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, parcelMoved, type Setting } from './setting.ts';

/** Figures are printed, not asserted: two cores shared with everything else say little about a real server. */
describe('the pace of events', () => {
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

  it('moves 10,000 events of 500 aggregates to their effects', async () => {
    let effects = 0;
    const counting = consume(parcelMoved, 'count', async () => {
      effects += 1;
    });
    const publisher = createEventPublisher(manualClock(), setting.wake);
    const publishFrom = performance.now();
    await setting.depot.database.transaction((tx) =>
      publisher.publishAll(
        tx,
        parcelMoved,
        Array.from({ length: 10_000 }, (_, index) => ({
          aggregateId: `parcel-${index % 500}`,
          aggregateVersion: 1 + Math.floor(index / 500),
          payload: { place: `stop ${index}` },
        })),
      ),
    );
    await setting.bus.register('shop', [{ consumer: 'shop.count', eventName: parcelMoved.name }]);
    const relayFrom = performance.now();
    running = [await setting.startDepot()];
    await running[0]?.drained(60_000);
    const consumeFrom = performance.now();
    running.push(await setting.startShop([counting]));
    await drained(running, 120_000);
    const end = performance.now();
    const perSecond = (from: number, to: number) => `${Math.round(10_000 / ((to - from) / 1_000))}/s`;
    console.info(
      `10,000 events: publish ${perSecond(publishFrom, relayFrom)}, relay ${perSecond(relayFrom, consumeFrom)}, effects ${perSecond(consumeFrom, end)}`,
    );
    expect(effects).toBe(10_000);
  }, 180_000);

  it('takes an event of an idle market to its effect, hinted or not', async () => {
    const published = new Map<string, number>();
    const delays: number[] = [];
    const timing = consume(parcelMoved, 'time', async (event) => {
      delays.push(performance.now() - (published.get(event.aggregateId) ?? Number.NaN));
    });
    running = [await setting.startDepot(), await setting.startShop([timing])];
    const publishFrom = createEventPublisher(manualClock());
    const unhinted = (aggregateId: string) =>
      setting.depot.database.transaction((tx) =>
        publishFrom.publish(tx, parcelMoved, { aggregateId, aggregateVersion: 1, payload: { place: 'gate' } }),
      );
    for (const publish of [(id: string) => setting.publish(id, 1), unhinted]) {
      delays.length = 0;
      for (let index = 0; index < 40; index += 1) {
        const id = `${publish.name}-${index}`;
        published.set(id, performance.now());
        await publish(id);
        await sleep(100 + Math.random() * 200);
      }
      await drained(running);
      delays.sort((a, b) => a - b);
      const at = (share: number) =>
        Math.round(delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? Number.NaN);
      console.info(
        `publish → effect, idle, ${publish === unhinted ? 'polling only' : 'with hints'}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
      );
      expect(delays).toHaveLength(40);
    }
  }, 60_000);
});
