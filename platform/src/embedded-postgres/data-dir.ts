import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isTraversable, type PostgresBinaries } from './binaries.ts';

/** The one role of an embedded server; it owns everything. */
export const superuser = 'vitrina';

/** The data folder cannot be used as it is; the message says why and what to do. */
export class DataDirUnusable extends Error {
  override readonly name = 'DataDirUnusable';
}

/** A fresh cluster takes 40 MB, and its first write-ahead log segments 32 more. */
const newClusterBytes = 96 * 1024 * 1024;

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Runs a program to its end and gives its output back when it fails. */
const run = (program: string, args: readonly string[], runAs: PostgresBinaries['runAs']): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runAs, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} failed (exit ${code}):\n${output}`)),
    );
  });

const runInitdb = async (binaries: PostgresBinaries, dataDir: string, password: string): Promise<void> => {
  const passwordFile = join(tmpdir(), `vitrina-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (binaries.runAs) await chown(passwordFile, binaries.runAs.uid, binaries.runAs.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${dataDir}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--no-sync',
      ],
      binaries.runAs,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Refuses to begin what would only fail half way: `bytes` have to be free where `folder` is. */
export const assertSpaceFree = async (folder: string, bytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new DataDirUnusable(
    `The disk of "${folder}" has ${megabytes(free)} free, and at least ${megabytes(bytes)} are needed. Free some space, or set VITRINA_DATA_HOME to a folder on another disk.`,
  );
};

/**
 * Makes the cluster beside its place and moves it there when it is whole: initdb writes PG_VERSION first, so one that was
 * killed half way would look like a cluster for ever.
 */
const initialise = async (binaries: PostgresBinaries, dataDir: string, password: string): Promise<void> => {
  const making = `${dataDir}.making`;
  await rm(making, { recursive: true, force: true });
  await assertSpaceFree(dirname(dataDir), newClusterBytes);
  await mkdir(making, { mode: 0o700 });
  if (binaries.runAs) await chown(making, binaries.runAs.uid, binaries.runAs.gid);
  try {
    await runInitdb(binaries, making, password);
    await rename(making, dataDir);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
};

/** Refuses a folder that holds something else, or databases of another major version or another maker. */
const assertOurs = async (binaries: PostgresBinaries, dataDir: string, passwordPath: string): Promise<void> => {
  const remedy = `Set VITRINA_DATA_HOME to another folder, or move "${dataDir}" away to start with empty databases.`;
  const version = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (version !== binaries.major) {
    throw new DataDirUnusable(
      `"${dataDir}" holds databases of PostgreSQL ${version || 'an unknown version'}, which the PostgreSQL ${binaries.major} of this market cannot read. ${remedy}`,
    );
  }
  if (!(await exists(passwordPath))) {
    throw new DataDirUnusable(
      `"${dataDir}" holds a PostgreSQL server's data without "${passwordPath}", so this market did not make it or lost its password. ${remedy}`,
    );
  }
  for (const part of ['global/pg_control', 'base', 'pg_wal']) {
    if (await exists(join(dataDir, part))) continue;
    throw new DataDirUnusable(
      `"${dataDir}" is damaged: "${part}" is missing from it. Bring it back from a backup. ${remedy}`,
    );
  }
};

/** Makes the data folder ready to be served, initialising it when it is new; resolves with the password. */
export const prepareDataDir = async (binaries: PostgresBinaries, dataDir: string): Promise<string> => {
  const parent = dirname(dataDir);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  if (binaries.runAs && !(await isTraversable(parent))) {
    throw new DataDirUnusable(
      `Postgres runs as an unprivileged user, who may not enter "${parent}". Set VITRINA_DATA_HOME to a folder everybody may enter (for example /var/lib/vitrina), or start as an ordinary user.`,
    );
  }
  const passwordPath = `${dataDir}.password`;
  const found = await readdir(dataDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (found.includes('PG_VERSION')) {
    await assertOurs(binaries, dataDir, passwordPath);
    await chmod(dataDir, 0o700);
    if (binaries.runAs) await chown(dataDir, binaries.runAs.uid, binaries.runAs.gid);
    return readFile(passwordPath, 'utf8');
  }
  if (found.length > 0) {
    throw new DataDirUnusable(
      `"${dataDir}" is where the databases go, and it holds something else. Set VITRINA_DATA_HOME to another folder, or move it away.`,
    );
  }
  const password = randomBytes(18).toString('base64url');
  await writeFile(passwordPath, password, { mode: 0o600 });
  await initialise(binaries, dataDir, password);
  return password;
};
