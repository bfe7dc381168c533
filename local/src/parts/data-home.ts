import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
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

export { DataHomeTaken, lockDataHome } from './lock.ts';
