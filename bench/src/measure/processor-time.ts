import { readFile } from 'node:fs/promises';

/** Clock ticks per second of /proc on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Processor time a process has used so far, in milliseconds; undefined where /proc is not there. */
export const processorMs = async (pid: number): Promise<number | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is a name in brackets that may hold spaces, so fields are counted after it (proc(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields && ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
};

/** Resident memory of a process in bytes; undefined where /proc is not there. */
export const residentBytes = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(status ?? '')?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1_024;
};

/** Processor time of this process's ended children, in milliseconds; 0 where /proc is not there. */
export const childrenProcessorMs = async (): Promise<number> => {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 1_000) / ticksPerSecond;
};
