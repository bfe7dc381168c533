import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshRedisUrl, redisUrl } from '../jobs/fixtures/redis.ts';
import { silentLogger } from '../logging/index.ts';
import { pubSubContract } from './fixtures/contract-suite.ts';
import { createPubSub, type PubSub } from './index.ts';

pubSubContract('Redis', () => ({ kind: 'redis', url: redisUrl() }));

describe('pub/sub on Redis that loses its connection', () => {
  let admin: Redis;
  const opened: PubSub[] = [];
  const open = (): PubSub => {
    const pubsub = createPubSub({ kind: 'redis', url: redisUrl() }, silentLogger);
    opened.push(pubsub);
    return pubsub;
  };
  beforeEach(async () => {
    admin = new Redis(await freshRedisUrl());
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((pubsub) => pubsub.close()));
    admin.disconnect();
  });

  it('comes back by itself, tells subscribers of the gap and delivers again', async () => {
    const pubsub = open();
    const onGap = vi.fn();
    const messages = await pubsub.subscribe('topic', { onGap });
    await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await vi.waitFor(() => expect(onGap).toHaveBeenCalledTimes(1), { timeout: 5000 });
    await pubsub.publish('topic', 'after');
    expect((await messages.next()).value).toBe('after');
  });

  it('announces to every process that messages of one may be lost, or delivers them', async () => {
    const reader = open();
    const writer = open();
    const onGap = vi.fn();
    const messages = await reader.subscribe<string>('topic', { onGap });
    await writer.publish('topic', 'before');
    expect((await messages.next()).value).toBe('before');
    await admin.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await writer.publish('topic', 'during');
    const told = new Promise<string>((resolve) => onGap.mockImplementation(() => resolve('gap')));
    const delivered = messages.next().then(({ value }) => value);
    expect(['gap', 'during']).toContain(await Promise.race([told, delivered]));
  });

  it('receives only the topics that are read, and unsubscribes with the last reader', async () => {
    const pubsub = open();
    const one = await pubsub.subscribe('topic');
    const two = await pubsub.subscribe('topic');
    const channels = () => admin.pubsub('CHANNELS', 'pubsub:*');
    expect(await channels()).toEqual(['pubsub:topic']);
    await one.return?.();
    expect(await channels()).toEqual(['pubsub:topic']);
    await two.return?.();
    await vi.waitFor(async () => expect(await channels()).toEqual([]));
  });
});
