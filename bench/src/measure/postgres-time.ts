import type { Database } from '@vitrina/platform/database';
import { processorMs } from './processor-time.ts';

/**
 * Processor time of the server's processes that are there now, in milliseconds; undefined where /proc is not there or the
 * server runs elsewhere. Only the difference of two readings says something, and only while the connections stay open.
 */
export const postgresMs = async ({ sql }: Pick<Database, 'sql'>): Promise<number | undefined> => {
  const rows = await sql<{ pid: number }[]>`select pid from pg_stat_activity`;
  const times = await Promise.all(rows.map(({ pid }) => processorMs(pid)));
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? known.reduce((sum, time) => sum + time, 0) : undefined;
};

/** Runs work and tells what one unit of it took of the processors: of this process and of the server together. */
export const withProcessorTime = async <T extends { readonly count: number }>(
  database: Pick<Database, 'sql'>,
  work: () => Promise<T>,
): Promise<T & { readonly cpuMsEach: number | undefined }> => {
  const before = await postgresMs(database);
  const own = process.cpuUsage();
  const figures = await work();
  const { user, system } = process.cpuUsage(own);
  const after = await postgresMs(database);
  const cpuMsEach =
    before === undefined || after === undefined
      ? undefined
      : ((user + system) / 1_000 + Math.max(0, after - before)) / figures.count;
  return { ...figures, cpuMsEach };
};
