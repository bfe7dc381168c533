import { LRUCache } from 'lru-cache';
import { type RecentOptions, type RecentRow, type RecentRows, type RecentStore, unbroken } from './contract.ts';

/** Logs one process remembers; the ones not touched for longest are forgotten first. */
const maxKeys = 5_000;
/** Bytes of JSON one process remembers. */
const maxBytes = 32 * 1024 * 1024;

interface Line {
  readonly position: number;
  readonly json: string;
}

/** Recent rows in this process alone. Rows take the way over JSON here too, so nothing works here that fails elsewhere. */
export const processRecent = (): RecentStore => {
  const logs = new LRUCache<string, readonly Line[]>({
    max: maxKeys,
    maxSize: maxBytes,
    sizeCalculation: (lines) => lines.reduce((sum, { json }) => sum + json.length * 2 + 64, 1),
  });

  const rows = <T>(name: string, { rowsPerKey, ttlSeconds, revive }: RecentOptions<T>): RecentRows<T> => {
    const remember = ({ key, position, row }: RecentRow<T>): void => {
      const place = `${name} ${key}`;
      const others = (logs.get(place) ?? []).filter((line) => line.position !== position);
      const lines = [...others, { position, json: JSON.stringify(row) }].sort((a, b) => a.position - b.position);
      logs.set(place, lines.slice(-rowsPerKey), { ttl: ttlSeconds * 1_000 });
    };
    return {
      add: async (added) => {
        for (const row of added) remember(row);
      },
      read: async (key, after, upTo) => {
        const wanted = (logs.get(`${name} ${key}`) ?? []).filter(
          ({ position }) => position > after && position <= upTo,
        );
        if (wanted.length < upTo - after) return undefined;
        return unbroken(
          wanted.map(({ position, json }) => ({ position, row: revive(JSON.parse(json) as T) })),
          after,
          upTo,
        );
      },
    };
  };
  return { rows, close: async () => logs.clear() };
};
