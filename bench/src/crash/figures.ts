import type { Verdict as Judgement, Kill, Traffic } from '@vitrina/local/crash';
import type { Verdict } from '../bench.ts';
import type { Size } from './size.ts';

/** One run on one queue back end. */
export interface CrashFigures {
  readonly backend: string;
  readonly kills: readonly Kill[];
  readonly verdict: Judgement;
  readonly traffic: Pick<Traffic, 'claims' | 'troubles' | 'answeredMs'>;
  readonly quietMs: number;
  readonly tookMs: number;
}

/** The value below which the share of all lies; nearest rank. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const spread = (values: readonly number[]): string =>
  `p50 ${seconds(percentile(values, 0.5))}, p99 ${seconds(percentile(values, 0.99))} (${values.length})`;

/** A line per figure of the issue, then what the run was disturbed by. */
export const describeFigures = ({ backend, kills, verdict, traffic, quietMs, tookMs }: CrashFigures): string => {
  const broken = (rule: string): number => verdict.violations.filter((one) => one.rule === rule).length;
  const recovery = kills.flatMap(({ recoveryMs }) => (recoveryMs === undefined ? [] : [recoveryMs]));
  const troubles = [...traffic.troubles].map(([code, count]) => `${code} ${count}`).join(', ');
  return [
    `crash, ${backend}`,
    `  checkouts            ${traffic.claims.size} (settled ${verdict.settled}, cancelled ${verdict.cancelled})`,
    `  SIGKILLs             ${kills.length}`,
    `  lost                 ${broken('lost')}`,
    `  double charges       ${broken('double charge')}`,
    `  leaked reservations  ${broken('leaked reservation')}`,
    `  ledger violations    ${broken('ledger')}`,
    `  other violations     ${broken('stock') + broken('outcome')}`,
    `  unfinished           ${broken('unfinished')} after ${seconds(quietMs)} (at most 60 s)`,
    `  kill to recovery     ${spread(recovery)}`,
    `  checkout to answer   ${spread(traffic.answeredMs)}`,
    `  noise                ${seconds(tookMs)} in all; answers that were none: ${troubles || 'none'}`,
  ].join('\n');
};

/** What the issue asks of a run of this size. */
export const verdictsOf = (figures: CrashFigures, { checkouts, kills }: Size): Verdict[] => {
  const { backend, verdict, traffic } = figures;
  const none = (rule: string, what: string): Verdict => ({
    what: `${backend}: ${what}`,
    reached: verdict.violations.every((one) => one.rule !== rule),
  });
  const others = ['stock', 'outcome'];
  return [
    { what: `${backend}: ${checkouts} checkouts`, reached: traffic.claims.size >= checkouts },
    { what: `${backend}: ${kills} SIGKILLs`, reached: figures.kills.length >= kills },
    none('lost', '0 lost'),
    none('double charge', '0 double charges'),
    none('leaked reservation', '0 leaked reservations'),
    none('ledger', 'ledger Σ = 0, every capture booked once'),
    none('unfinished', 'nothing unfinished 60 s after recovery'),
    {
      what: `${backend}: stock and outcomes as told`,
      reached: verdict.violations.every(({ rule }) => !others.includes(rule)),
    },
  ];
};
