import { describe, expect, it } from 'vitest';
import type { Batch } from './batch.ts';
import { createOutbox, type Delivery, type Timer } from './outbox.ts';

/** A clock that moves when told, with the waits that were asked for. */
const handClock = () => {
  let now = 0;
  const waits: { at: number; run: () => void }[] = [];
  const timer: Timer = {
    now: () => now,
    after: (ms, run) => {
      const wait = { at: now + ms, run };
      waits.push(wait);
      return () => void waits.splice(waits.indexOf(wait), 1);
    },
  };
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    for (const due of waits.filter(({ at }) => at <= now)) {
      waits.splice(waits.indexOf(due), 1);
      due.run();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { timer, pass };
};

const setUp = (answer: () => Delivery = () => 'taken', beacons = true) => {
  const sent: Batch[] = [];
  const last: Batch[] = [];
  const { timer, pass } = handClock();
  const outbox = createOutbox(
    {
      send: (batch) => {
        sent.push(batch);
        return Promise.resolve(answer());
      },
      sendLast: (batch) => {
        if (beacons) last.push(batch);
        return beacons;
      },
    },
    timer,
  );
  return { outbox, sent, last, pass };
};

describe('the outbox of observations', () => {
  it('sends one batch a second at most and puts what comes between into one', async () => {
    const { outbox, sent, pass } = setUp();
    outbox.add({ startupMs: 300 });
    outbox.flush();
    await pass(0);
    for (let second = 0; second < 5; second += 1) {
      outbox.add({ rebufferCount: 1, rebufferMs: 10 });
      outbox.flush();
    }
    await pass(999);
    expect(sent.length).toBe(1);
    await pass(1);
    expect(sent).toEqual([
      { sequence: 0, startupMs: 300, watched: [], rebufferCount: 0, rebufferMs: 0 },
      { sequence: 1, watched: [], rebufferCount: 5, rebufferMs: 50 },
    ]);
  });

  it('sends nothing when there is nothing to tell', async () => {
    const { outbox, sent, last, pass } = setUp();
    outbox.flush();
    outbox.flushLast();
    await pass(5_000);
    expect([sent, last]).toEqual([[], []]);
  });

  it('tries again under the same number, ever more rarely, and goes on collecting', async () => {
    let answer: Delivery = 'unreachable';
    const { outbox, sent, pass } = setUp(() => answer);
    outbox.add({ watched: [{ fromSeconds: 0, toSeconds: 1 }] });
    outbox.flush();
    await pass(0);
    await pass(2_000);
    expect(sent.map(({ sequence }) => sequence)).toEqual([0, 0]);
    await pass(2_000);
    expect(sent.length).toBe(2);
    for (let index = 2; index < 500; index += 1)
      outbox.add({ watched: [{ fromSeconds: index * 10, toSeconds: index * 10 + 1 }] });
    answer = 'taken';
    outbox.wake();
    await pass(0);
    await pass(2_000);
    expect(sent.map(({ sequence }) => sequence)).toEqual([0, 0, 0, 1]);
    expect(sent.at(-1)?.watched.length).toBe(50);
  });

  it('does not send again what was refused', async () => {
    const { outbox, sent, pass } = setUp(() => 'refused');
    outbox.add({ errorCode: 'NOT_FOUND' });
    outbox.flush();
    await pass(0);
    await pass(100_000);
    expect(sent.length).toBe(1);
  });

  it('sends all it has when the page goes, the one on its way included', async () => {
    let finish: (delivery: Delivery) => void = () => undefined;
    const last: Batch[] = [];
    const { timer, pass } = handClock();
    const outbox = createOutbox(
      {
        send: () => new Promise((resolve) => (finish = resolve)),
        sendLast: (batch) => last.push(batch) > 0,
      },
      timer,
    );
    outbox.add({ startupMs: 5, rendition: '540p' });
    outbox.flush();
    await pass(0);
    outbox.add({ exitAtSeconds: 7 });
    outbox.flushLast();
    finish('unreachable');
    await pass(60_000);
    expect(last).toEqual([
      { sequence: 0, startupMs: 5, rendition: '540p', watched: [], rebufferCount: 0, rebufferMs: 0 },
      { sequence: 1, exitAtSeconds: 7, rendition: '540p', watched: [], rebufferCount: 0, rebufferMs: 0 },
    ]);
  });

  it('keeps what the browser would not take as a last message', async () => {
    const { outbox, sent, pass } = setUp(() => 'taken', false);
    outbox.add({ rebufferCount: 1 });
    outbox.flushLast();
    await pass(1_000);
    expect(sent.map(({ sequence }) => sequence)).toEqual([0]);
  });
});
