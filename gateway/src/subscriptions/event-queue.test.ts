import { describe, expect, it, vi } from 'vitest';
import { eventQueue } from './event-queue.ts';

const make = (maxBuffered = 3) => {
  const onClose = vi.fn();
  return { queue: eventQueue<string>({ maxBuffered, overflow: () => 'too slow', onClose }), onClose };
};

describe('the event queue', () => {
  it('gives events in order, before and after somebody waits', async () => {
    const { queue } = make();
    queue.push('a');
    queue.push('b');
    expect([await queue.next(), await queue.next()]).toEqual([
      { done: false, value: 'a' },
      { done: false, value: 'b' },
    ]);
    const waiting = queue.next();
    queue.push('c');
    expect(await waiting).toEqual({ done: false, value: 'c' });
  });

  it('ends a reader who is too slow after what it still has, and releases the source once', async () => {
    const { queue, onClose } = make(2);
    for (const event of ['a', 'b', 'c', 'd']) queue.push(event);
    const read: string[] = [];
    for await (const event of queue) read.push(event);
    expect(read).toEqual(['a', 'b', 'too slow']);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('lets go at once when its reader leaves while waiting', async () => {
    const { queue, onClose } = make();
    const waiting = queue.next();
    await queue.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(onClose).toHaveBeenCalledOnce();
    queue.push('late');
    expect(await queue.next()).toEqual({ done: true, value: undefined });
  });

  it('throws the failure after the events before it', async () => {
    const { queue } = make();
    queue.push('a');
    queue.fail(new Error('gone'));
    expect(await queue.next()).toEqual({ done: false, value: 'a' });
    await expect(queue.next()).rejects.toThrow('gone');
    const { queue: other } = make();
    const waiting = other.next();
    other.fail(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });

  it('calls once when something can be read: an event, what is there already, or the end', async () => {
    const { queue } = make();
    const call = vi.fn();
    queue.whenReadable(call);
    expect(call).not.toHaveBeenCalled();
    queue.push('a');
    queue.push('b');
    expect(call).toHaveBeenCalledOnce();
    expect([(await queue.next()).value, queue.size]).toEqual(['a', 1]);
    queue.whenReadable(call);
    expect(call).toHaveBeenCalledTimes(2);
    await queue.next();
    queue.whenReadable(call);
    queue.fail(new Error('gone'));
    expect(call).toHaveBeenCalledTimes(3);
    await expect(queue.next()).rejects.toThrow('gone');
    queue.whenReadable(call);
    expect(call).toHaveBeenCalledTimes(4);
  });
});
