import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import type { PubSub } from './contract.ts';
import { Outbound } from './outbound.ts';
import { PostgresLink } from './postgres-link.ts';
import { Topics } from './topics.ts';
import { toWire } from './wire.ts';

const channel = 'vitrina_pubsub';
/** No topic is named so: its messages say that others were lost. */
const gapTopic = '';

/**
 * Pub/sub over LISTEN/NOTIFY: one connection per process for both directions, one channel for all topics, many messages
 * per statement. Never used inside a business transaction, where NOTIFY would take a database-wide lock at commit.
 *
 * A payload is three lines: number, topic, JSON. The number keeps equal messages of one statement apart; PostgreSQL
 * delivers equal payloads of one transaction only once.
 */
export const postgresPubSub = (url: string, log: Logger): PubSub => {
  const topics = new Topics('postgres', log);
  let count = 0;
  const onPayload = (payload: string): void => {
    const [, topic, wire] = payload.split('\n', 3);
    if (topic === undefined || wire === undefined) {
      log.warn({ sizeBytes: payload.length }, 'A notification that is not ours was ignored');
    } else if (topic === gapTopic) topics.gap();
    else topics.deliver(topic, wire);
  };
  const link = new PostgresLink({ url, channel, log, onPayload, onGap: () => topics.gap() });
  const notify = async (messages: readonly { topic: string; wire: string }[]): Promise<void> => {
    const client = await link.whenLive();
    const payloads = messages.map(({ topic, wire }) => {
      count += 1;
      return `${count}\n${topic}\n${wire}`;
    });
    await client.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [channel, payloads]);
  };
  const outbound = new Outbound(
    {
      ready: async () => void (await link.whenLive()),
      send: notify,
      announceGap: () => notify([{ topic: gapTopic, wire: 'null' }]),
    },
    'postgres',
    log,
  );

  return {
    publish: async (topic, message) => {
      invariant(topic !== gapTopic && !topic.includes('\n'), 'A topic is one line of text.');
      outbound.push({ topic, wire: toWire(topic, message) });
    },
    subscribe: async (topic, options = {}) => {
      // Added before the connection is awaited: from the moment it listens, nothing is missed.
      const queue = topics.add<never>(topic, options);
      try {
        await link.ready();
      } catch (error) {
        await queue.return();
        throw error;
      }
      return queue;
    },
    close: async () => {
      topics.endAll();
      await outbound.close(1000);
      await link.close();
    },
  };
};
