import { readFile } from 'node:fs/promises';

const pageBytes = 4096;

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
};

/** Resident memory of a process with its children, in bytes; 0 when it is gone or the system does not say (no /proc). */
export const residentBytes = async (pid: number): Promise<number> => {
  // A process that ended between two looks has no memory left: absence is the answer, not a failure.
  const own = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  const pages = Number(own.split(' ')[1] ?? 0);
  const below = await Promise.all((await childrenOf(pid)).map(residentBytes));
  return below.reduce((sum, bytes) => sum + bytes, pages * pageBytes);
};
