import { Redis } from 'ioredis';
import type { Logger } from '../logging/index.ts';
import { type RecentOptions, type RecentRow, type RecentRows, type RecentStore, unbroken } from './contract.ts';

/** A sorted set per log, by position: whatever order several processes add in, the last rows are the ones kept. */
export const redisRecent = (url: string, log: Logger, prefix: string): RecentStore => {
  // Fails at once while Redis is away: whoever asks reads the database instead.
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    connectionName: 'vitrina-recent',
  });
  let quiet = false;
  const missed = (error: unknown): void => {
    // One line per outage.
    if (!quiet) log.warn({ err: error }, 'Recent rows cannot be remembered; they are read from the database');
    quiet = true;
  };
  client.on('error', missed);
  client.on('ready', () => {
    quiet = false;
  });
  let connecting: Promise<void> | undefined;
  /** After the first attempt ioredis reconnects by itself. */
  const ready = async (): Promise<boolean> => {
    connecting ??= client.connect().catch(missed);
    await connecting;
    return client.status === 'ready';
  };

  const rows = <T>(name: string, { rowsPerKey, ttlSeconds, revive }: RecentOptions<T>): RecentRows<T> => {
    const placeOf = (key: string): string => `${prefix}:${name}:${key}`;
    const write = async (added: readonly RecentRow<T>[]): Promise<void> => {
      const pipeline = client.pipeline();
      for (const { key, position, row } of added) pipeline.zadd(placeOf(key), position, JSON.stringify(row));
      for (const place of new Set(added.map(({ key }) => placeOf(key)))) {
        pipeline.zremrangebyrank(place, 0, -(rowsPerKey + 1)).expire(place, ttlSeconds);
      }
      await pipeline.exec();
    };
    return {
      add: async (added) => {
        if (added.length > 0 && (await ready())) await write(added).catch(missed);
      },
      read: async (key, after, upTo) => {
        try {
          if (!(await ready())) return undefined;
          const found = await client.zrangebyscore(placeOf(key), after + 1, upTo, 'WITHSCORES');
          const lines = found.flatMap((json, index) =>
            index % 2 === 0 ? [{ position: Number(found[index + 1]), row: revive(JSON.parse(json) as T) }] : [],
          );
          return unbroken(lines, after, upTo);
        } catch (error) {
          missed(error);
          return undefined;
        }
      },
    };
  };
  return { rows, close: async () => client.disconnect() };
};
