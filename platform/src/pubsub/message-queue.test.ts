import { describe, expect, it, vi } from 'vitest';
import { MessageQueue } from './message-queue.ts';

const queueOf = (maxBuffered = 3, signal?: AbortSignal) => {
  const onEnd = vi.fn<(reason: 'closed' | 'slow') => void>();
  return { queue: new MessageQueue<string>({ maxBuffered, onEnd, signal }), onEnd };
};
const over = { value: undefined, done: true };

describe('a queue of messages', () => {
  it('hands a message to whoever waits, each to one, in the order they came', async () => {
    const { queue } = queueOf();
    const waiting = [queue.next(), queue.next()];
    queue.push('a');
    queue.push('b');
    expect((await Promise.all(waiting)).map(({ value }) => value)).toEqual(['a', 'b']);
  });

  it('keeps what nobody waits for, and holds as many as it may', async () => {
    const { queue, onEnd } = queueOf(2);
    queue.push('a');
    queue.push('b');
    expect(onEnd).not.toHaveBeenCalled();
    expect([await queue.next(), await queue.next()].map(({ value }) => value)).toEqual(['a', 'b']);
    queue.push('c');
    expect((await queue.next()).value).toBe('c');
  });

  it('ends with one message too many, says so once, and gives none of what a gap follows', async () => {
    const { queue, onEnd } = queueOf(2);
    for (const message of ['a', 'b', 'c', 'd']) queue.push(message);
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('slow');
    await expect(queue.next()).rejects.toMatchObject({ code: 'SLOW_CONSUMER', message: expect.stringContaining('2') });
    expect(await queue.next()).toEqual(over);
    expect(queue.ended).toBe(true);
  });

  it('lets everybody go at once who waits when it is ended', async () => {
    const { queue, onEnd } = queueOf();
    const waiting = [queue.next(), queue.next()];
    await queue.return();
    expect(await Promise.all(waiting)).toEqual([over, over]);
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('closed');
    queue.push('late');
    expect(await queue.next()).toEqual(over);
  });

  it('ends once, whatever ends it first and however often', async () => {
    const caller = new AbortController();
    const { queue, onEnd } = queueOf(3, caller.signal);
    caller.abort();
    await queue.return();
    await expect(queue.throw(new Error('reader'))).rejects.toThrow('reader');
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('tells a reader that throws its own error, and is over', async () => {
    const { queue, onEnd } = queueOf();
    queue.push('a');
    await expect(queue.throw(new Error('reader'))).rejects.toThrow('reader');
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('closed');
    expect(await queue.next()).toEqual(over);
  });

  it('of a caller who is gone already never begins, and ends for nobody', async () => {
    const { queue, onEnd } = queueOf(3, AbortSignal.abort());
    expect(queue.ended).toBe(true);
    queue.push('a');
    expect(await queue.next()).toEqual(over);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('leaves no listener on the signal of a caller who lives on', async () => {
    const caller = new AbortController();
    const remove = vi.spyOn(caller.signal, 'removeEventListener');
    const { queue, onEnd } = queueOf(3, caller.signal);
    await queue.return();
    expect(remove).toHaveBeenCalledTimes(1);
    caller.abort();
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('forgets that it was too slow for a reader who leaves without asking', async () => {
    const { queue } = queueOf(1);
    queue.push('a');
    queue.push('b');
    expect(await queue.return()).toEqual(over);
    expect(await queue.next()).toEqual(over);
  });

  it('carries a message that is undefined or null like any other', async () => {
    const queue = new MessageQueue<unknown>({ maxBuffered: 3, onEnd: () => {} });
    queue.push(undefined);
    queue.push(null);
    expect([await queue.next(), await queue.next()]).toEqual([
      { value: undefined, done: false },
      { value: null, done: false },
    ]);
  });
});
