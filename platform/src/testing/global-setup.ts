import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../embedded-postgres/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Boots one real Postgres for the whole run; each test file takes databases of its own from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'vitrina-test-'));
  await chmod(home, 0o755);
  const cluster = await startCluster({ dataDir: join(home, 'postgres'), port: 0, durable: false, maxConnections: 400 });
  project.provide('postgresUrl', cluster.url('postgres'));
  const end = async (): Promise<void> => {
    process.off('SIGTERM', ended);
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  };
  // A run that is ended from outside takes its server along: nobody else knows of it.
  const ended = (): void => void end().finally(() => process.exit(143));
  process.once('SIGTERM', ended);
  return end;
}
