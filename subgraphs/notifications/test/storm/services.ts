import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManualClock } from '@vitrina/platform/clock';
import { readConfig } from '@vitrina/platform/config';
import type { Database } from '@vitrina/platform/database';
import { createEventPublisher } from '@vitrina/platform/events';
import { silentLogger } from '@vitrina/platform/logging';
import { createPubSub } from '@vitrina/platform/pubsub';
import { createRateLimiter } from '@vitrina/platform/rate-limit';
import type { Runtime } from '@vitrina/platform/subgraph';
import type { ChannelPort } from '../../src/clients/channels/contract.ts';
import { config } from '../../src/config.ts';
import type { OutboundChannel } from '../../src/domain/channel.ts';
import { createServices, type Services } from '../../src/services.ts';

/** What other contexts would answer: everybody has an address, and nobody has read anything. */
const answers: Record<string, (ids: readonly string[]) => object> = {
  identity: (ids) => ({
    userContacts: ids.map((userId) => ({ userId, email: `${userId}@example.com`, locale: 'en' })),
  }),
  messaging: (ids) => ({
    messageNews: ids.map((messageId) => ({
      messageId,
      authorName: null,
      excerpt: messageId,
      readByOtherSide: false,
      deleted: false,
    })),
  }),
};

/** A number from 0 to 1,008 that is always the same for a text: how a provider feels about it. */
const moodOf = (key: string): number => {
  let mood = 7;
  for (const letter of key) mood = (mood * 31 + letter.charCodeAt(0)) % 1_009;
  return mood;
};

/**
 * A provider that writes down what it takes before it answers, as one would on its own machine, and sometimes answers
 * that it is busy, or not at all after it took the message: once for each of those, whichever worker asks.
 */
const provider = (channel: OutboundChannel, folder: string, clock: ManualClock): ChannelPort => {
  const isFirst = (key: string): boolean => {
    const mark = join(folder, `${key}.asked`);
    if (existsSync(mark)) return false;
    writeFileSync(mark, '');
    return true;
  };
  return {
    deduplicates: true,
    send: async ({ idempotencyKey: key, address }) => {
      const moody = moodOf(key) < 40 && isFirst(key);
      const mood = moody ? moodOf(key) : 500;
      if (mood < 20) return { kind: 'RETRY', code: 'BUSY' };
      // A browser that is gone is gone for every message.
      if (channel === 'WEB_PUSH' && moodOf(address) < 50)
        return { kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true };
      appendFileSync(join(folder, `${process.pid}.taken`), `${key} ${clock.now().getTime()} ${address}\n`);
      return mood < 40 ? { kind: 'UNKNOWN', code: 'TIMEOUT' } : { kind: 'ACCEPTED', providerId: key };
    },
    close: async () => {},
  };
};

/** The services of a worker over a storm's database. */
export const stormServices = async (database: Database, folder: string, clock: ManualClock): Promise<Services> => {
  const runtime = {
    context: 'notifications',
    database,
    events: createEventPublisher('notifications', clock),
    jobs: { enqueue: async () => {}, enqueueSequence: async () => {} },
    pubsub: createPubSub({ kind: 'process' }),
    internal: {
      call: async (context: string, _document: unknown, { ids }: { ids: readonly string[] }) => answers[context]?.(ids),
    },
    rateLimiter: createRateLimiter({ kind: 'memory' }),
    clock,
    log: silentLogger,
  } as unknown as Runtime;
  const services = createServices(runtime, readConfig(config, {}));
  return {
    ...services,
    // Texts are not what a storm is about, and a worker bundled into one file has no folder of templates beside it.
    render: async (kind, _channel, _locale, facts) => ({
      subject: kind,
      text: String(facts['excerpt']),
      locale: 'en',
      versionId: null,
    }),
    // Both workers look for what is due by themselves.
    wakeSender: async () => {},
    channels: { EMAIL: provider('EMAIL', folder, clock), WEB_PUSH: provider('WEB_PUSH', folder, clock) },
  };
};
