import { startCluster } from '@vitrina/platform/embedded-postgres';
import { createLogger } from '@vitrina/platform/logging';
import type { LocalConfig } from '../market/local-config.ts';
import { postgresFolder } from './data-home.ts';

/** The market's Postgres: the server named by the configuration, or an embedded one over the data home, kept up while the market runs. */
export const openPostgres = async (config: LocalConfig): Promise<{ url: string; stop(): Promise<void> }> => {
  if (config.VITRINA_POSTGRES_URL) return { url: config.VITRINA_POSTGRES_URL, stop: async () => {} };
  const cluster = await startCluster({
    dataDir: await postgresFolder(config.dataHome),
    port: 0,
    durable: true,
    log: createLogger('market'),
  });
  return { url: cluster.url('postgres'), stop: () => cluster.stop() };
};
