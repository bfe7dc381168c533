import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { type RedisSpace, redisSpace } from '../jobs/fixtures/redis.ts';
import { silentLogger } from '../logging/index.ts';
import { pubSubContract } from './fixtures/contract-suite.ts';
import { createPubSub, type PubSub } from './index.ts';

let space: RedisSpace;
beforeEach(() => {
  space = redisSpace();
});

pubSubContract('Redis', () => ({ kind: 'redis', url: space.url, prefix: space.prefix }));

describe('pub/sub on Redis that loses its connection', () => {
  const opened: PubSub[] = [];
  const open = (): PubSub => {
    const pubsub = createPubSub({ kind: 'redis', url: space.url, prefix: space.prefix }, silentLogger);
    opened.push(pubsub);
    return pubsub;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((pubsub) => pubsub.close()));
  });

  it('comes back by itself, tells subscribers of the gap and delivers again', async () => {
    const pubsub = open();
    const onGap = vi.fn();
    const messages = await pubsub.subscribe('topic', { onGap });
    expect(await space.dropConnections()).toBe(1);
    await eventually(() => expect(onGap).toHaveBeenCalledTimes(1));
    await pubsub.publish('topic', 'after');
    expect((await messages.next()).value).toBe('after');
  });

  it('delivers what is published right after an outage, or tells every process of the gap', async () => {
    const reader = open();
    const writer = open();
    const onGap = vi.fn();
    const messages = await reader.subscribe<string>('topic', { onGap });
    await writer.publish('topic', 'before');
    expect((await messages.next()).value).toBe('before');
    await space.dropConnections();
    await writer.publish('topic', 'during');
    const told = new Promise<string>((resolve) => onGap.mockImplementation(() => resolve('gap')));
    const delivered = messages.next().then(({ value }) => value);
    expect(['gap', 'during']).toContain(await Promise.race([told, delivered]));
  });

  it('receives only the topics that are read, and unsubscribes with the last reader', async () => {
    const pubsub = open();
    const one = await pubsub.subscribe('topic');
    const two = await pubsub.subscribe('topic');
    const channels = () => space.call('PUBSUB', 'CHANNELS', `${space.prefix}:*`);
    expect(await channels()).toEqual([`${space.prefix}:topic`]);
    await one.return?.();
    expect(await channels()).toEqual([`${space.prefix}:topic`]);
    await two.return?.();
    await eventually(async () => expect(await channels()).toEqual([]));
  });
});
