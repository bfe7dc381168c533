import type { Redis } from 'ioredis';
import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { PubSub } from './contract.ts';
import { Outbound } from './outbound.ts';
import { RedisLink } from './redis-link.ts';
import { Topics } from './topics.ts';
import { toWire } from './wire.ts';

/**
 * Publishes pairs of channel and message in their order, as one command: a batch of hints costs one round through the driver
 * instead of one for each.
 */
const publishAll = `for i = 1, #ARGV, 2 do redis.call('publish', ARGV[i], ARGV[i + 1]) end`;

type Scripted = Redis & { vitrinaPublish(keys: 0, ...pairs: string[]): Promise<unknown> };

/**
 * Pub/sub over Redis: one connection to publish and one to subscribe per process, a channel per topic, so a process
 * receives only what somebody in it reads. Its messages are gone when nobody listens; after a reconnect, and when
 * another process says that it lost some, subscribers are told of the gap.
 */
export const redisPubSub = (url: string, log: Logger, prefix: string): PubSub => {
  const topics = new Topics('redis', log);
  const channelOf = (topic: string): string => `${prefix}:${topic}`;
  const gapChannel = `${prefix}!gap`;

  const incoming = new RedisLink({
    url,
    name: `vitrina-pubsub-sub:${prefix}`,
    log,
    onConnect: async (client, again) => {
      await client.subscribe(gapChannel, ...topics.names().map(channelOf));
      if (again) topics.gap();
      else client.on('message', onMessage);
    },
  });
  const onMessage = (channel: string, wire: string): void => {
    if (channel === gapChannel) topics.gap();
    else topics.deliver(channel.slice(prefix.length + 1), wire);
  };
  const outgoing = new RedisLink({
    url,
    name: `vitrina-pubsub-pub:${prefix}`,
    log,
    scripts: { vitrinaPublish: { lua: publishAll } },
  });
  const outbound = new Outbound(
    {
      ready: async () => void (await outgoing.whenLive()),
      send: async (batch) => {
        const live = (await outgoing.whenLive()) as Scripted;
        await live.vitrinaPublish(0, ...batch.flatMap(({ topic, wire }) => [channelOf(topic), wire]));
      },
      announceGap: async () => void (await (await outgoing.whenLive()).publish(gapChannel, '')),
    },
    'redis',
    log,
  );

  const unsubscribe = (topic: string): void => {
    // Lost with the connection, it is not needed: a new connection subscribes to what is read then.
    incoming.live?.unsubscribe(channelOf(topic)).catch(() => undefined);
  };

  return {
    publish: async (topic, message) => {
      invariant(topic !== '', 'A topic has a name.');
      outbound.push({ topic, wire: toWire(topic, message) });
    },
    subscribe: async (topic, options = {}) => {
      const queue = topics.add<never>(topic, options, () => unsubscribe(topic));
      try {
        const client = await incoming.ready();
        await client.subscribe(channelOf(topic));
      } catch (error) {
        await queue.return();
        throw error;
      }
      // Its reader may have left while the subscription was on its way.
      if (!topics.has(topic)) unsubscribe(topic);
      return queue;
    },
    close: async () => {
      topics.endAll();
      await outbound.close(1000);
      incoming.close();
      outgoing.close();
    },
  };
};
