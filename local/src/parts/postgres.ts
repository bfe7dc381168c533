import { startCluster } from '@vitrina/platform/embedded-postgres';
import type { LocalConfig } from '../market/local-config.ts';
import { postgresFolder } from './data-home.ts';

/** The market's Postgres: the server named by the configuration, or an embedded one over the data home. */
export const openPostgres = async (config: LocalConfig): Promise<{ url: string; stop(): Promise<void> }> => {
  if (config.VITRINA_POSTGRES_URL) return { url: config.VITRINA_POSTGRES_URL, stop: async () => {} };
  const cluster = await startCluster({ dataDir: await postgresFolder(config.dataHome), port: 0, durable: true });
  return { url: cluster.url('postgres'), stop: () => cluster.stop() };
};
