import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '@vitrina/platform/embedded-postgres';
import postgres from 'postgres';

/** A durable Postgres that nobody else uses and that is gone afterwards. */
export interface OwnCluster {
  /** Server URL; add a database's name to it. */
  readonly url: string;
  /** Makes an empty database and gives its connection string. */
  create(database: string): Promise<string>;
  stop(): Promise<void>;
}

/** Initialises and starts the server, with fsync as in the product. */
export const startOwnCluster = async (): Promise<OwnCluster> => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-postgres-'));
  await chmod(folder, 0o755);
  const cluster = await startCluster({ dataDir: join(folder, 'postgres'), port: 0, durable: true });
  return {
    url: cluster.url('postgres'),
    create: async (database) => {
      const sql = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
      await sql.unsafe(`create database ${database}`);
      await sql.end();
      return cluster.url(database);
    },
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
