import type { Claim, Evidence, OpeningStock } from './evidence.ts';
import { judgeClaims } from './judge-claims.ts';
import { judgeGroups } from './judge-groups.ts';
import { judgeMoney } from './judge-money.ts';
import { judgeStock } from './judge-stock.ts';
import { unfinishedOf } from './unfinished.ts';
import type { Violation } from './violation.ts';

/** What the judge found. */
export interface Verdict {
  readonly violations: readonly Violation[];
  readonly settled: number;
  readonly cancelled: number;
  readonly capturedTimes: number;
  readonly unitsCommitted: number;
}

/**
 * Holds a market that has come to rest against what has to be true of every purchase whatever was killed: it ended one
 * way, money and goods moved exactly once or not at all, nothing is held or waits, and clients were told the truth.
 */
export const judge = (evidence: Evidence, opening: OpeningStock, claims: readonly Claim[]): Verdict => {
  const { groups, intents, reservations } = evidence;
  const inPhase = (phase: string): number => groups.filter((group) => group.phase === phase).length;
  return {
    violations: [
      ...unfinishedOf(evidence),
      ...judgeGroups(evidence),
      ...judgeMoney(evidence),
      ...judgeStock(evidence, opening),
      ...judgeClaims(evidence, claims),
    ],
    settled: inPhase('SETTLED'),
    cancelled: inPhase('CANCELLED'),
    capturedTimes: intents.filter(({ capturedMinor }) => capturedMinor > 0).length,
    unitsCommitted: reservations
      .filter(({ state }) => state === 'COMMITTED')
      .flatMap(({ lines }) => lines)
      .reduce((sum, { quantity }) => sum + quantity, 0),
  };
};
