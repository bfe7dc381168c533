import { describe, expect, it } from 'vitest';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { silentLogger } from '../logging/index.ts';
import { createLookout } from './lookout.ts';

const setting = (maxKeys?: number) => {
  const asked: (readonly string[])[] = [];
  const states = new Map<string, number>();
  let failures = 0;
  const lookout = createLookout<number>({
    read: async (known) => {
      asked.push(known.map(({ key }) => key));
      if (failures-- > 0) throw new Error('away');
      return known.flatMap(({ key, version }) => {
        const state = states.get(key);
        const now = state === undefined ? '' : `v${state}`;
        return now === '' || now !== version ? [{ key, version: now, state }] : [];
      });
    },
    everyMs: 5,
    log: silentLogger,
    ...(maxKeys && { maxKeys }),
  });
  return { lookout, asked, states, failTimes: (times: number) => (failures = times) };
};

/** Until so many more looks were taken. */
const looks = async (asked: readonly unknown[], count: number): Promise<void> => {
  const from = asked.length;
  await eventually(() => expect(asked.length).toBeGreaterThanOrEqual(from + count));
};

describe('one look for many subscriptions', () => {
  it('asks for each row once, however many follow it, and tells all of them', async () => {
    const { lookout, asked, states } = setting();
    states.set('a', 1);
    const seen: (number | undefined)[][] = [[], [], []];
    const ends = ['a', 'a', 'b'].map((key, index) => lookout.watch(key, (state) => seen[index]?.push(state)));
    await eventually(() => expect(seen.map((states) => states[0])).toEqual([1, 1, undefined]));
    expect(asked[0]).toEqual(['a', 'b']);
    for (const end of ends) end();
  });

  it('tells nobody of what stands as it stood at the last look', async () => {
    const { lookout, asked, states } = setting();
    states.set('a', 1);
    const seen: (number | undefined)[] = [];
    const end = lookout.watch('a', (state) => seen.push(state));
    await eventually(() => expect(seen).toEqual([1]));
    await looks(asked, 3);
    expect(seen).toEqual([1]);
    states.set('a', 2);
    await eventually(() => expect(seen).toEqual([1, 2]));
    states.delete('a');
    await eventually(() => expect(seen.at(-1)).toBeUndefined());
    end();
  });

  it('tells who comes later how the row stands, although it did not change', async () => {
    const { lookout, asked, states } = setting();
    states.set('a', 1);
    const ends = [lookout.watch('a', () => {})];
    await looks(asked, 3);
    const seen: (number | undefined)[] = [];
    ends.push(lookout.watch('a', (state) => seen.push(state)));
    await eventually(() => expect(seen).toEqual([1]));
    for (const end of ends) end();
  });

  it('tells once more when a watcher could do nothing with it', async () => {
    const { lookout, states } = setting();
    states.set('a', 1);
    let failures = 2;
    const seen: (number | undefined)[] = [];
    const end = lookout.watch('a', (state) => {
      seen.push(state);
      if (failures-- > 0) lookout.again('a');
    });
    await eventually(() => expect(seen).toEqual([1, 1, 1]));
    end();
  });

  it('asks for nothing once nobody follows, and begins again when somebody does', async () => {
    const { lookout, asked } = setting();
    lookout.watch('a', () => {})();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(asked).toEqual([]);
    const end = lookout.watch('b', () => {});
    await eventually(() => expect(asked.length).toBeGreaterThan(1));
    expect(asked[0]).toEqual(['b']);
    end();
  });

  it('goes on after a look that failed', async () => {
    const { lookout, asked, states, failTimes } = setting();
    failTimes(2);
    states.set('a', 7);
    const seen: (number | undefined)[] = [];
    const end = lookout.watch('a', (state) => seen.push(state));
    await eventually(() => expect(seen[0]).toBe(7));
    expect(asked.length).toBeGreaterThan(2);
    end();
  });

  it('asks for many rows in pieces', async () => {
    const { lookout, asked } = setting(2);
    const ends = ['a', 'b', 'c'].map((key) => lookout.watch(key, () => {}));
    await eventually(() => expect(asked.slice(0, 2)).toEqual([['a', 'b'], ['c']]));
    for (const end of ends) end();
  });
});
