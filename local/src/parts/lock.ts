import { createHash } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Another market works over the same folder. */
export class DataHomeTaken extends Error {
  override readonly name = 'DataHomeTaken';
}

/** When a process began, in ticks since boot: with it a pid that was given to somebody else is told apart. Linux only. */
const beganAt = async (pid: number): Promise<string> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in brackets and may hold spaces; the start time is the 22nd (man 5 proc).
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user. ESRCH: it does not.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const isHeld = async (content: string): Promise<boolean> => {
  const [pid = 0, began = ''] = content.split(' ').map((part, index) => (index === 0 ? Number(part) : part));
  if (!(Number(pid) > 0) || Number(pid) === process.pid || !isRunning(Number(pid))) return false;
  const begins = await beganAt(Number(pid));
  return began === '' || begins === '' || begins === began;
};

/** What stands in a lock; an empty text when it is gone. */
const read = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/** Puts the finished file there under a second name, in one step; false when that name is taken. */
const linked = async (draft: string, path: string): Promise<boolean> => {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Takes away a lock that nobody holds. Only who has claimed it may, and only while it still says what was read: a start
 * that looked before and comes late would otherwise take away the lock of whoever won meanwhile. A claim is named by what
 * it claims and is a lock itself, so one whose process was killed is taken away in the same manner.
 */
const takeAway = async (path: string, stale: string, draft: string): Promise<void> => {
  const claim = `${path}.${createHash('sha256').update(stale).digest('hex').slice(0, 8)}`;
  if (!(await linked(draft, claim))) {
    const claimant = await read(claim);
    if (claimant !== '' && !(await isHeld(claimant))) await takeAway(claim, claimant, draft);
    return;
  }
  if ((await read(path)) === stale) await rm(path, { force: true });
  await rm(claim, { force: true });
};

/** Milliseconds until a start that met another one looks again, and how often: the other one needs a few of them. */
const lookMs = 10;
const looks = 100;

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the lock at `path` for this process. It appears whole or not at all (a link to a finished file), so of those who
 * come at once all but one are refused, with `refusal` of the holder's process id; a lock left by a killed process is
 * recognised and taken over.
 */
export const takeLock = async (path: string, refusal: (pid: string) => Error): Promise<Lock> => {
  const refused = (content: string): Error => refusal(content.split(' ')[0] ?? '');
  const mine = `${process.pid} ${await beganAt(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, mine);
  try {
    for (let look = 0; look < looks; look += 1) {
      if (await linked(draft, path)) return { release: () => rm(path, { force: true }) };
      const holder = await read(path);
      if (holder === '') continue;
      if (await isHeld(holder)) throw refused(holder);
      await takeAway(path, holder, draft);
      await pause(lookMs);
    }
    throw refused(await read(path));
  } finally {
    await rm(draft, { force: true });
  }
};

/** Makes the folder and takes it for this market. */
export const lockDataHome = async (dataHome: string): Promise<Lock> => {
  await mkdir(dataHome, { recursive: true });
  return takeLock(
    join(dataHome, 'market.pid'),
    (pid) =>
      new DataHomeTaken(
        `A market already runs over "${dataHome}" (process ${pid}). Stop it, or set VITRINA_DATA_HOME to another folder and other ports.`,
      ),
  );
};
