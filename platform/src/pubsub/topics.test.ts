import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import { Topics } from './topics.ts';
import { toWire } from './wire.ts';

const topics = () => new Topics('test', silentLogger);

describe('the subscriptions of a process', () => {
  it('are told apart by topic, and know which topics are still read', async () => {
    const all = topics();
    const onLast = vi.fn();
    const first = all.add<number>('orders', {}, onLast);
    const second = all.add<number>('orders', {}, onLast);
    all.add('chat', {});
    expect(all.names()).toEqual(['orders', 'chat']);
    await first.return();
    expect(onLast).not.toHaveBeenCalled();
    expect(all.has('orders')).toBe(true);
    await second.return();
    expect(onLast).toHaveBeenCalledTimes(1);
    expect(all.has('orders')).toBe(false);
    expect(all.names()).toEqual(['chat']);
  });

  it('get a copy each: what one reader changes is nobody else’s', async () => {
    const all = topics();
    const readers = [all.add<{ ids: number[] }>('orders', {}), all.add<{ ids: number[] }>('orders', {})];
    all.deliver('orders', toWire('orders', { ids: [1] }));
    const [one, other] = await Promise.all(readers.map((reader) => reader.next()));
    one?.value.ids.push(2);
    expect(other?.value.ids).toEqual([1]);
  });

  it('lose one that is too slow and no other, in the middle of a delivery too', async () => {
    const all = topics();
    const slow = all.add<number>('orders', { maxBuffered: 1 });
    const fast = all.add<number>('orders', {});
    for (const message of ['1', '2', '3']) all.deliver('orders', message);
    await expect(slow.next()).rejects.toMatchObject({ code: 'SLOW_CONSUMER' });
    const seen = [await fast.next(), await fast.next(), await fast.next()].map(({ value }) => value);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('are all told of a gap, although one of them fails to hear it', () => {
    const all = topics();
    const heard: string[] = [];
    all.add('orders', {
      onGap: () => {
        throw new Error('deaf');
      },
    });
    all.add('orders', { onGap: () => void heard.push('orders') });
    all.add('chat', { onGap: () => void heard.push('chat') });
    all.add('chat', {});
    all.gap();
    expect(heard).toEqual(['orders', 'chat']);
  });

  it('begin anew under the same topic after the last reader left', async () => {
    const all = topics();
    await all.add('orders', {}).return();
    const again = all.add<number>('orders', {});
    all.deliver('orders', '7');
    expect((await again.next()).value).toBe(7);
  });

  it('end all at once, and are known no more', async () => {
    const all = topics();
    const readers = [all.add('orders', {}), all.add('chat', {})];
    const waiting = readers.map((reader) => reader.next());
    all.endAll();
    expect((await Promise.all(waiting)).every(({ done }) => done)).toBe(true);
    expect(all.names()).toEqual([]);
  });

  it('of a caller who is gone already are not kept, and close no topic', () => {
    const all = topics();
    const onLast = vi.fn();
    all.add('orders', { signal: AbortSignal.abort() }, onLast);
    expect(all.names()).toEqual([]);
    expect(onLast).not.toHaveBeenCalled();
  });

  it('cost nothing when a message has no reader', () => {
    expect(() => topics().deliver('nobody', 'not even JSON')).not.toThrow();
  });
});

describe('a message on the wire', () => {
  it('is measured in bytes, with its topic, not in characters', () => {
    expect(() => toWire('t', 'я'.repeat(3_748))).not.toThrow();
    expect(() => toWire('t', 'я'.repeat(3_749))).toThrow(/over the 7500 bytes/);
    expect(() => toWire('topic', 'x'.repeat(7_493))).not.toThrow();
    expect(() => toWire('topics', 'x'.repeat(7_493))).toThrow(/7501 bytes on "topics"/);
  });

  it('is null when there is nothing to say', () => {
    expect(toWire('t', undefined)).toBe('null');
    expect(toWire('t', null)).toBe('null');
    expect(toWire('t', { at: undefined, seq: 0 })).toBe('{"seq":0}');
  });
});
