import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findBinaries, isTraversable, type PostgresBinaries } from './binaries.ts';

/** A running Postgres server of our own. */
export interface Cluster {
  readonly port: number;
  /** Connection string of one database of this cluster. */
  url(database: string): string;
  /** Stops the server and waits until it is gone. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Made and initialised when it does not exist. */
  readonly dataDir: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** `false` gives up durability for speed; for tests only. */
  readonly durable: boolean;
  readonly maxConnections?: number;
}

const user = 'vitrina';

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      );
    });
  });

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

const initialise = async (binaries: PostgresBinaries, dataDir: string, password: string): Promise<void> => {
  const passwordFile = join(tmpdir(), `vitrina-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (binaries.runAs) await chown(passwordFile, binaries.runAs.uid, binaries.runAs.gid);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${dataDir}`,
        `--username=${user}`,
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

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH is the answer "no such process".
    return false;
  }
};

/** A server that outlived its market (kill -9) still holds the data folder: it is asked to stop before a new one starts. */
const stopOrphan = async (dataDir: string): Promise<void> => {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!(await exists(pidFile))) return;
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!isAlive(pid) || (process.platform === 'linux' && !command.includes(dataDir))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid) && waited < 15_000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
};

const serverSettings = (options: ClusterOptions, port: number): string[] => {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: options.maxConnections ?? 200,
    shared_buffers: '128MB',
    log_min_messages: 'warning',
    jit: 'off',
    ...(options.durable
      ? { wal_compression: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};

/** Resolves when the server takes connections; a server that ends first is an error with its own words. */
const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
      if (output.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Postgres ended while starting (exit ${code}):\n${output}`)));
  });

const prepareDataDir = async (binaries: PostgresBinaries, dataDir: string): Promise<string> => {
  await mkdir(dirname(dataDir), { recursive: true, mode: 0o755 });
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (binaries.runAs) {
    await chown(dataDir, binaries.runAs.uid, binaries.runAs.gid);
    if (!(await isTraversable(dirname(dataDir)))) {
      throw new Error(
        `Postgres runs as an unprivileged user, who may not enter "${dirname(dataDir)}". Set VITRINA_DATA_HOME to a folder everybody may enter (for example /var/lib/vitrina), or start as an ordinary user.`,
      );
    }
  }
  const passwordPath = `${dataDir}.password`;
  if (await exists(join(dataDir, 'PG_VERSION'))) return readFile(passwordPath, 'utf8');
  const password = randomBytes(18).toString('base64url');
  await writeFile(passwordPath, password, { mode: 0o600 });
  await chmod(dataDir, 0o700);
  await initialise(binaries, dataDir, password);
  return password;
};

/** Starts a Postgres server over `dataDir`, initialising it first when it is new. */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const binaries = await findBinaries();
  const password = await prepareDataDir(binaries, options.dataDir);
  await stopOrphan(options.dataDir);
  const port = options.port === 0 ? await freePort() : options.port;
  // Its own process group: Ctrl-C reaches us, and we stop it after everything that uses it.
  const child = spawn(binaries.postgres, ['-D', options.dataDir, ...serverSettings(options, port)], {
    ...binaries.runAs,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilReady(child);
  child.unref();
  return {
    port,
    url: (database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.ref();
        child.once('exit', () => resolve());
        child.kill('SIGINT');
      }),
  };
};
