import type postgres from 'postgres';
import { show, spreadOf } from '../measure/numbers.ts';
import { postgresMs } from '../measure/postgres-time.ts';
import { processorMs } from '../measure/processor-time.ts';

/** Processor time so far, in milliseconds, by who used it. */
export interface Shares {
  readonly market: number;
  readonly postgres: number;
  readonly outside: number;
  readonly load: number;
}

/** Everything that works while somebody buys; together it is what the machine's cores are shared by. */
export interface Workers {
  readonly marketPid: number;
  /** Stripe double and mail server. */
  readonly outsidePid: number;
  readonly sql: postgres.Sql;
}

/** Reads who has used how much; NaN where /proc is not there. */
export const readShares = async ({ marketPid, outsidePid, sql }: Workers): Promise<Shares> => {
  const { user, system } = process.cpuUsage();
  return {
    market: (await processorMs(marketPid)) ?? Number.NaN,
    postgres: (await postgresMs({ sql })) ?? Number.NaN,
    outside: (await processorMs(outsidePid)) ?? Number.NaN,
    load: (user + system) / 1_000,
  };
};

/** What one of `count` units took between two readings. */
export const sharesEach = (before: Shares, after: Shares, count: number): Shares => ({
  market: (after.market - before.market) / count,
  postgres: (after.postgres - before.postgres) / count,
  outside: (after.outside - before.outside) / count,
  load: (after.load - before.load) / count,
});

/** One line: the medians of the rounds, and what they come to together. */
export const describeShares = (rounds: readonly Shares[]): string => {
  const median = (pick: (shares: Shares) => number): number => spreadOf(rounds.map(pick)).median;
  const total = median(({ market, postgres, outside, load }) => market + postgres + outside + load);
  return `market ${show(median((one) => one.market))}, Postgres ${show(median((one) => one.postgres))}, Stripe double and mail server ${show(median((one) => one.outside))}, load ${show(median((one) => one.load))}: ${show(total)} ms of processor each`;
};
