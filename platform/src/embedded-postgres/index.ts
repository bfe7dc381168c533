import { createServer } from 'node:net';
import type { Logger } from '../logging/index.ts';
import { findBinaries } from './binaries.ts';
import { prepareDataDir, superuser } from './data-dir.ts';
import { adoptServer, type ServerPlan, spawnServer, stopOrphan } from './server-process.ts';
import { supervise } from './supervise.ts';

export { assertSpaceFree, DataDirUnusable } from './data-dir.ts';

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
  /** Given, the server is supervised: when it ends by itself it is started again on its port, and this is where that is said. */
  readonly log?: Logger;
}

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

/** Starts a Postgres server over `dataDir`, initialising it first when it is new. */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const { dataDir, log } = options;
  const binaries = await findBinaries();
  const password = await prepareDataDir(binaries, dataDir);
  await stopOrphan(dataDir);
  const port = options.port === 0 ? await freePort() : options.port;
  const plan: ServerPlan = { binaries, dataDir, settings: serverSettings(options, port) };
  const first = await spawnServer(plan);
  const again = async (signal: AbortSignal) => (await adoptServer(dataDir)) ?? spawnServer(plan, signal);
  const server = log ? supervise({ first, again, log }) : first;
  return {
    port,
    url: (database) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  };
};
