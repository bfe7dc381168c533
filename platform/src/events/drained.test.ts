import { describe, expect, it } from 'vitest';
import { drained, type RunningEvents } from './drained.ts';

interface Look {
  readonly outbox?: number;
  readonly deliveries?: number;
  readonly busy?: boolean;
  /** Batches that are moved while this look is under way. */
  readonly moved?: number;
  readonly error?: unknown;
}

/** A context that shows these looks one after the other; the last one stays. */
const contextOf = (...looks: Look[]) => {
  let moves = 0;
  let looked = 0;
  const current = (): Look => looks[Math.min(looked, looks.length - 1)] ?? {};
  const context: RunningEvents = {
    context: 'shop',
    stop: async () => {},
    drained: async () => {},
    busy: () => current().busy ?? false,
    moves: () => moves,
    waiting: async () => {
      const { outbox = 0, deliveries = 0, moved = 0, error } = current();
      moves += moved;
      looked += 1;
      if (error) throw error;
      return { outbox, deliveries };
    },
  };
  return { context, looked: () => looked };
};

describe('waiting until nobody has anything more to tell', () => {
  it('is over at the first quiet look', async () => {
    const { context, looked } = contextOf({});
    await drained([context]);
    expect(looked()).toBe(1);
  });

  it.each<[string, Look[]]>([
    ['something waits in the outbox', [{ outbox: 1 }, {}]],
    ['something waits for a consumer', [{ deliveries: 2 }, {}]],
    ['something is held', [{ busy: true }, { busy: true }, {}]],
    // Seen in neither place: it went from one to the other in between.
    ['something moved during the look', [{ moved: 1 }, { moved: 1 }, {}]],
    ['the database is away', [{ error: Object.assign(new Error('away'), { code: '57P01' }) }, {}]],
  ])('goes on while %s', async (_what, looks) => {
    const { context, looked } = contextOf(...looks);
    await drained([context], 5_000);
    expect(looked()).toBeGreaterThanOrEqual(looks.length);
  });

  it('looks at all contexts, for what leaves one arrives at another', async () => {
    const quiet = contextOf({});
    const working = contextOf({ deliveries: 1 }, { outbox: 1 }, {});
    await drained([quiet.context, working.context], 5_000);
    expect(quiet.looked()).toBe(working.looked());
    expect(working.looked()).toBe(3);
  });

  it('gives up after its time and names what is left, or that nobody could tell', async () => {
    await expect(drained([contextOf({ outbox: 3 }).context], 15)).rejects.toThrow(/within 15 ms.*"shop","outbox":3/);
    const away = Object.assign(new Error('away'), { code: '57P01' });
    await expect(drained([contextOf({ error: away }).context], 15)).rejects.toThrow(/a database is away/);
  });

  it('does not take a defect for a database that is away', async () => {
    await expect(drained([contextOf({ error: new TypeError('broken') }).context], 5_000)).rejects.toThrow('broken');
  });
});
