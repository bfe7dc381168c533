import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

/** True when others may enter every folder from the root to `path`; folders that do not exist yet will be made so. */
const isOpenToOthers = async (path: string): Promise<boolean> => {
  const { root } = parse(path);
  for (let current = path; current !== root; current = dirname(current)) {
    const found = await stat(current).catch(() => undefined);
    if (found && (found.mode & 0o001) === 0) return false;
  }
  return true;
};

/**
 * Where the databases live. As root, Postgres runs as an unprivileged user who may not enter a closed home folder, so
 * a project below one keeps its data under /var/lib instead, in a folder of its own.
 */
export const postgresFolder = async (dataHome: string): Promise<string> => {
  const inside = join(dataHome, 'postgres');
  if (process.getuid?.() !== 0 || (await isOpenToOthers(dataHome))) return inside;
  return join('/var/lib', `vitrina-${createHash('sha256').update(dataHome).digest('hex').slice(0, 8)}`, 'postgres');
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

/** Another market works over the same folder. */
export class DataHomeTaken extends Error {
  override readonly name = 'DataHomeTaken';
}

/** Makes the folder and takes it for this process; a lock left by a killed market is recognised and taken over. */
export const lockDataHome = async (dataHome: string): Promise<{ release(): Promise<void> }> => {
  await mkdir(dataHome, { recursive: true });
  const path = join(dataHome, 'market.pid');
  const holder = Number(await readFile(path, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isRunning(holder)) {
    throw new DataHomeTaken(
      `A market already runs over "${dataHome}" (process ${holder}). Stop it, or set VITRINA_DATA_HOME to another folder and other ports.`,
    );
  }
  await writeFile(path, String(process.pid));
  return { release: () => rm(path, { force: true }) };
};
