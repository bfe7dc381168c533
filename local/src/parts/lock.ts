import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

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

const taken = (dataHome: string, content: string): DataHomeTaken =>
  new DataHomeTaken(
    `A market already runs over "${dataHome}" (process ${content.split(' ')[0]}). Stop it, or set VITRINA_DATA_HOME to another folder and other ports.`,
  );

/** Takes away a lock that nobody holds; one that somebody took in the same moment is given back. */
const takeAway = async (path: string, stale: string): Promise<void> => {
  const aside = `${path}.stale-${process.pid}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
};

/**
 * Makes the folder and takes it for this process. The lock appears whole or not at all (a link to a finished file), so of
 * two starts at once one is refused; a lock left by a killed market is recognised and taken over.
 */
export const lockDataHome = async (dataHome: string): Promise<{ release(): Promise<void> }> => {
  await mkdir(dataHome, { recursive: true });
  const path = join(dataHome, 'market.pid');
  const mine = `${process.pid} ${await beganAt(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, mine);
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      const failure = await link(draft, path).then(
        () => undefined,
        (error: NodeJS.ErrnoException) => error,
      );
      if (!failure) return { release: () => rm(path, { force: true }) };
      if (failure.code !== 'EEXIST') throw failure;
      const holder = await readFile(path, 'utf8').catch(() => '');
      if (await isHeld(holder)) throw taken(dataHome, holder);
      await takeAway(path, holder);
    }
    throw taken(dataHome, await readFile(path, 'utf8').catch(() => 'unknown'));
  } finally {
    await rm(draft, { force: true });
  }
};
