import { manualClock } from '@vitrina/platform/clock';
import { silentLogger } from '@vitrina/platform/logging';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ports } from '../ports.ts';
import type { ActivityHint } from './activity.ts';
import { createPresence, presenceTtlMs } from './presence.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Presence of one process, and what it says on the topics of conversations. */
const process = () => {
  const clock = manualClock();
  const said: string[] = [];
  const publish = vi.fn(async (topic: string, message: unknown): Promise<void> => {
    const hint = message as ActivityHint;
    const until = hint.kind === 'HERE' ? ` for ${hint.until - clock.now().getTime()}` : '';
    said.push(`${topic.split('.').at(-1)} ${hint.kind}${'side' in hint ? ` ${hint.side}` : ''}${until}`);
  });
  const presence = createPresence({ clock, log: silentLogger, pubsub: { publish } } as unknown as Ports);
  return { presence, said, publish };
};

describe('presence of a side', () => {
  it('begins with the first of its people and ends with the last, however often one says goodbye', () => {
    const { presence, said } = process();
    const [first, second] = [presence.arrive('cnv_1', 'SHOP'), presence.arrive('cnv_1', 'SHOP')];
    expect(said).toEqual([`cnv_1 HERE SHOP for ${presenceTtlMs}`]);
    first();
    first();
    expect(said).toHaveLength(1);
    second();
    expect(said.slice(1)).toEqual(['cnv_1 GONE SHOP']);
    presence.arrive('cnv_1', 'SHOP');
    expect(said.slice(2)).toEqual([`cnv_1 HERE SHOP for ${presenceTtlMs}`]);
  });

  it('is said again well before it would run out, for everybody who is there, and no longer once nobody is', () => {
    const { presence, said } = process();
    const buyer = presence.arrive('cnv_1', 'BUYER');
    const shop = presence.arrive('cnv_2', 'SHOP');
    said.length = 0;
    vi.advanceTimersByTime(presenceTtlMs - 1);
    for (const where of ['cnv_1 HERE BUYER', 'cnv_2 HERE SHOP'])
      expect(said.filter((one) => one.startsWith(where)).length).toBeGreaterThanOrEqual(1);
    buyer();
    shop();
    vi.advanceTimersByTime(presenceTtlMs);
    said.length = 0;
    vi.advanceTimersByTime(10 * presenceTtlMs);
    expect([said, vi.getTimerCount()]).toEqual([[], 0]);
  });

  it('is confirmed once for all who ask within a moment, and only by a process it is in', () => {
    const { presence, said } = process();
    const leave = presence.arrive('cnv_1', 'SHOP');
    said.length = 0;
    for (let asked = 0; asked < 5; asked += 1) presence.confirm('cnv_1', 'SHOP');
    presence.confirm('cnv_1', 'BUYER');
    presence.confirm('cnv_2', 'SHOP');
    vi.advanceTimersByTime(100);
    expect(said).toEqual([`cnv_1 HERE SHOP for ${presenceTtlMs}`]);
    presence.confirm('cnv_1', 'SHOP');
    leave();
    vi.advanceTimersByTime(100);
    expect(said.slice(1)).toEqual(['cnv_1 GONE SHOP']);
  });

  it('goes on when a hint cannot be sent', async () => {
    const { presence, said, publish } = process();
    publish.mockRejectedValueOnce(new Error('pub/sub is away'));
    presence.arrive('cnv_1', 'SHOP');
    await vi.advanceTimersByTimeAsync(presenceTtlMs);
    expect(said.length).toBeGreaterThanOrEqual(1);
  });
});
