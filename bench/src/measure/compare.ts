import type { RunOptions, Verdict } from '../bench.ts';
import { show, showSpread, spreadOf } from './numbers.ts';

/** One round of one side. */
export interface Round {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the process under test per unit of work, when it could be read. */
  readonly cpuMsEach?: number | undefined;
}

/** A side of a comparison. */
export interface Side {
  readonly label: string;
  /** One round, warm-up excluded. */
  readonly round: () => Promise<Round>;
}

export interface Comparison {
  readonly ours: Side;
  readonly peer: Side;
  readonly rounds: number;
  /** What is counted, e.g. `requests/s`. */
  readonly unit: string;
  /** Ratio of ours to the peer's that has to be reached. */
  readonly atLeast?: number;
  /** Rate of ours that has to be reached. */
  readonly atLeastPerSecond?: number;
}

const describe = (label: string, unit: string, rounds: readonly Round[]): string => {
  const column = (pick: (round: Round) => number) => spreadOf(rounds.map(pick));
  const cpu = rounds.every(({ cpuMsEach }) => cpuMsEach !== undefined)
    ? `, ${show(column(({ cpuMsEach }) => cpuMsEach ?? 0).median)} ms of processor each`
    : '';
  return `  ${label.padEnd(34)} ${showSpread(column(({ perSecond }) => perSecond))} ${unit}, p50 ${show(column(({ p50Ms }) => p50Ms).median)} ms, p99 ${show(column(({ p99Ms }) => p99Ms).median)} ms${cpu}`;
};

/** Alternates the sides, so that a slow minute of the machine falls on both, and prints medians with their range. */
export const compare = async (what: Comparison, { tell, print }: RunOptions): Promise<Verdict[]> => {
  const ours: Round[] = [];
  const peer: Round[] = [];
  // A round each that nobody counts: Node compiles what is hot in the first seconds, and caches fill.
  for (const side of [what.ours, what.peer]) await side.round();
  for (let index = 0; index < what.rounds; index += 1) {
    // The side that goes first changes too: the second of a pair finds warmer caches and a hotter machine.
    const pair = [
      { side: what.ours, into: ours },
      { side: what.peer, into: peer },
    ];
    for (const { side, into } of index % 2 === 0 ? pair : pair.reverse()) {
      const round = await side.round();
      into.push(round);
      tell(`round ${index + 1}: ${side.label} ${show(round.perSecond)} ${what.unit}`);
    }
  }
  const ratio = spreadOf(ours.map((round, index) => round.perSecond / (peer[index]?.perSecond ?? Number.NaN)));
  print(describe(what.ours.label, what.unit, ours));
  print(describe(what.peer.label, what.unit, peer));
  print(`  ratio ${showSpread(ratio)}`);
  const rate = spreadOf(ours.map(({ perSecond }) => perSecond)).median;
  const verdicts: Verdict[] = [];
  if (what.atLeast !== undefined)
    verdicts.push({
      what: `${show(ratio.median)}× of at least ${what.atLeast}×`,
      reached: ratio.median >= what.atLeast,
    });
  if (what.atLeastPerSecond !== undefined)
    verdicts.push({
      what: `${show(rate)} of at least ${show(what.atLeastPerSecond)} ${what.unit}`,
      reached: rate >= what.atLeastPerSecond,
    });
  return verdicts;
};
