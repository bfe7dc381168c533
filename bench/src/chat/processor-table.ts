import postgres from 'postgres';
import { show } from '../measure/numbers.ts';
import { processorMs } from '../measure/processor-time.ts';

/** Processor time by the name of who used it, in milliseconds. */
export type ProcessorTimes = ReadonlyMap<string, number>;

/** Process ids by name; several processes may share a name. */
export type NamedPids = () => readonly (readonly [name: string, pid: number])[];

/** Reads what every process of a run has used so far. */
export interface ProcessorMeter {
  /** Starts a reading; the function given back tells what was used since. */
  start(): Promise<() => Promise<ProcessorTimes>>;
  stop(): Promise<void>;
}

interface Backend {
  readonly pid: number;
  readonly name: string;
}

/** The server's processes: those that work for a database under its name, all others (log writer, checkpointer) as one. */
const backendsOf = async (sql: postgres.Sql): Promise<readonly Backend[]> => sql<Backend[]>`
  select pid, case when backend_type = 'client backend' then 'postgres: ' || datname else 'postgres: its own' end as name
  from pg_stat_activity where pid <> pg_backend_pid()`;

type Reading = ReadonlyMap<number, { readonly name: string; readonly ms: number }>;

/**
 * Counts processor time of everything that runs, from /proc. A process that came in between counts from its beginning, one
 * that ended in between not at all, so read it over times in which nothing is stopped.
 */
export const processorMeter = (server: string, processes: NamedPids): ProcessorMeter => {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  const read = async (): Promise<Reading> => {
    const backends = (await backendsOf(sql)).map(({ name, pid }) => [name, pid] as const);
    const reading = new Map<number, { name: string; ms: number }>();
    for (const [name, pid] of [...processes(), ...backends]) {
      const ms = await processorMs(pid);
      if (ms !== undefined) reading.set(pid, { name, ms });
    }
    return reading;
  };
  return {
    start: async () => {
      const before = await read();
      return async () => {
        const times = new Map<string, number>();
        for (const [pid, { name, ms }] of await read())
          times.set(name, (times.get(name) ?? 0) + ms - (before.get(pid)?.ms ?? 0));
        return times;
      };
    },
    stop: () => sql.end(),
  };
};

/** Uses of less than this per message are one line. */
const worthALineMs = 0.01;

/**
 * A table of who used how much per message, the greatest first. `load` is the generator, which is no part of the market: it
 * stands apart, because it takes time from the processors that are measured.
 */
export const printProcessorTable = (
  times: ProcessorTimes,
  { sent, seconds, load }: { readonly sent: number; readonly seconds: number; readonly load: string },
  print: (line: string) => void,
): void => {
  const market = [...times].filter(([name]) => name !== load).sort(([, left], [, right]) => right - left);
  const sum = market.reduce((ms, [, own]) => ms + own, 0);
  const line = (name: string, ms: number): void =>
    print(
      `    ${name.padEnd(34)} ${show(ms / sent).padStart(6)} ms per message, ${show(ms / seconds / 10).padStart(5)} % of one core`,
    );
  const large = market.filter(([, ms]) => ms / sent >= worthALineMs);
  for (const [name, ms] of large) line(name, ms);
  const rest = sum - large.reduce((ms, [, own]) => ms + own, 0);
  if (rest > 0) line('all others', rest);
  line('the market in all', sum);
  line('beside it: the load', times.get(load) ?? 0);
};
