import { describe, expect, it } from 'vitest';
import { EventFeed } from './event-feed.ts';

describe('a feed of events', () => {
  it('gives what was pushed in order, and waits for what will be', async () => {
    const feed = new EventFeed<number>(() => {});
    feed.push(1);
    feed.push(2);
    expect([(await feed.next()).value, (await feed.next()).value]).toEqual([1, 2]);
    const waiting = feed.next();
    feed.push(3);
    expect((await waiting).value).toBe(3);
  });

  it('ends while somebody waits, and says once that it did', async () => {
    let ends = 0;
    const feed = new EventFeed<number>(() => {
      ends += 1;
    });
    const waiting = feed.next();
    await feed.return();
    feed.end();
    expect([(await waiting).done, (await feed.next()).done, ends]).toEqual([true, true, 1]);
  });

  it('fails with its error before what it holds, once', async () => {
    const feed = new EventFeed<number>(() => {});
    feed.push(1);
    feed.fail(new Error('blocked'));
    await expect(feed.next()).rejects.toThrow('blocked');
    expect((await feed.next()).done).toBe(true);
  });

  it('is ended for a reader that falls too far behind', async () => {
    const feed = new EventFeed<number>(() => {});
    for (let n = 0; n < 300; n += 1) feed.push(n);
    await expect(feed.next()).rejects.toMatchObject({ code: 'SLOW_CONSUMER' });
  });
});
