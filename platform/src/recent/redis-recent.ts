import { Redis } from 'ioredis';
import type { Logger } from '../logging/index.ts';
import { type RecentOptions, type RecentRow, type RecentRows, type RecentStore, unbroken } from './contract.ts';

/**
 * Adds rows, forgets those beyond the last ones, and starts the logs' time anew. KEYS: the logs; ARGV: rows kept per log,
 * seconds, then for each row the number of its log in KEYS, its position and itself. One command however many rows there
 * are, because what a command costs here is mostly the command.
 */
const remember = `
  for i = 3, #ARGV, 3 do redis.call('zadd', KEYS[tonumber(ARGV[i])], ARGV[i + 1], ARGV[i + 2]) end
  for i = 1, #KEYS do
    redis.call('zremrangebyrank', KEYS[i], 0, -tonumber(ARGV[1]) - 1)
    redis.call('expire', KEYS[i], ARGV[2])
  end`;

type Scripted = Redis & { vitrinaRemember(keys: number, ...rest: (string | number)[]): Promise<unknown> };

/** A sorted set per log, by position: whatever order several processes add in, the last rows are the ones kept. */
export const redisRecent = (url: string, log: Logger, prefix: string): RecentStore => {
  // Fails at once while Redis is away: whoever asks reads the database instead.
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    connectionName: 'vitrina-recent',
    scripts: { vitrinaRemember: { lua: remember } },
  }) as Scripted;
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
      const places = [...new Set(added.map(({ key }) => key))];
      const numberOf = new Map(places.map((key, index) => [key, index + 1]));
      const lines = added.flatMap(({ key, position, row }) => [numberOf.get(key) ?? 0, position, JSON.stringify(row)]);
      await client.vitrinaRemember(places.length, ...places.map(placeOf), rowsPerKey, ttlSeconds, ...lines);
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
