import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders for half-made files, each in use by one piece of work. */
export interface ScratchSpace {
  /** Folder all of them lie in. */
  readonly root: string;
  /** Gives the work a folder and removes it afterwards, whatever happened. */
  use<T>(work: (folder: string) => Promise<T>): Promise<T>;
}

/** Folders carry the id of the process that made them: `<label>-<pid>-…`, so that a killed one's can be told. */
const ownerOf = (label: string, name: string): number | undefined => {
  const match = name.startsWith(`${label}-`) ? /^(\d+)-/.exec(name.slice(label.length + 1)) : null;
  return match ? Number(match[1]) : undefined;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Removes what processes that are gone have left behind; says how many folders went. */
const sweep = async (root: string, label: string): Promise<number> => {
  const orphans = (await readdir(root)).filter((name) => {
    const owner = ownerOf(label, name);
    return owner !== undefined && owner !== process.pid && !isAlive(owner);
  });
  await Promise.all(orphans.map((name) => removeFolder(join(root, name))));
  return orphans.length;
};

/**
 * Opens scratch space below `root` (a folder of the system's temporary one when left out) and sweeps the leftovers of
 * killed processes of this machine from it. `label` is of letters, digits and dots.
 */
export const openScratch = async (label: string, root = join(tmpdir(), 'vitrina-scratch')): Promise<ScratchSpace> => {
  await mkdir(root, { recursive: true });
  await sweep(root, label);
  return {
    root,
    use: async (work) => {
      const folder = await mkdtemp(join(root, `${label}-${process.pid}-`));
      try {
        return await work(folder);
      } finally {
        await removeFolder(folder);
      }
    },
  };
};
