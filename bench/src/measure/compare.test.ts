import { describe, expect, it } from 'vitest';
import { type Comparison, compare, type Side } from './compare.ts';

const quiet = () => {
  const lines: string[] = [];
  return { lines, options: { quick: false, tell: () => {}, print: (line: string) => void lines.push(line) } };
};

/** A side whose rounds go at these rates; the first is the one nobody counts. */
const sideOf = (label: string, rates: readonly number[], log: string[]): Side => {
  const left = [...rates];
  return {
    label,
    round: async () => {
      log.push(label);
      return { perSecond: left.shift() ?? Number.NaN, p50Ms: 1, p99Ms: 2 };
    },
  };
};

const comparison = (ours: readonly number[], peer: readonly number[], log: string[] = []): Comparison => ({
  unit: 'requests/s',
  rounds: 3,
  atLeast: 3,
  ours: sideOf('ours', ours, log),
  peer: sideOf('peer', peer, log),
});

describe('a comparison', () => {
  it('leaves the first round of each side out and takes the median of the ratios of the rounds', async () => {
    const { lines, options } = quiet();
    const [verdict] = await compare(comparison([1, 300, 400, 200], [1, 100, 100, 100]), options);
    expect(verdict).toEqual({ what: '3.00× of at least 3×', reached: true });
    expect(lines.at(-1)).toContain('3.00 (2.00–4.00)');
  });

  it('says so when what had to be reached was missed', async () => {
    const { options } = quiet();
    expect(await compare(comparison([1, 299, 299, 299], [1, 100, 100, 100]), options)).toMatchObject([
      { reached: false },
    ]);
  });

  it('lets each side go first in turn', async () => {
    const log: string[] = [];
    await compare(comparison([1, 1, 1, 1], [1, 1, 1, 1], log), quiet().options);
    expect(log.slice(2)).toEqual(['ours', 'peer', 'peer', 'ours', 'ours', 'peer']);
  });
});
