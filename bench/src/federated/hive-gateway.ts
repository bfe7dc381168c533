import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../market/free-port.ts';

/** The peer, running. */
export interface HiveGateway {
  readonly url: string;
  readonly pid: number;
  readonly version: string;
  stop(): Promise<void>;
}

const supergraphFile = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url));
const configFile = fileURLToPath(new URL('./hive-gateway.config.ts', import.meta.url));
const readyWithinMs = 60_000;

/** Our supergraph with the addresses of the running subgraphs filled in: the one thing the peer reads from it besides types. */
const addressed = async (subgraphs: ReadonlyMap<string, string>): Promise<string> =>
  (await readFile(supergraphFile, 'utf8')).replace(
    /@join__graph\(name: "(\w+)", url: "[^"]*"\)/g,
    (whole, name: string) => {
      const origin = subgraphs.get(name);
      return origin ? `@join__graph(name: "${name}", url: "${origin}/graphql")` : whole;
    },
  );

/** Starts the peer from npm, one process, over subgraphs that run already. */
export const startHiveGateway = async (subgraphs: ReadonlyMap<string, string>): Promise<HiveGateway> => {
  const main = createRequire(import.meta.url).resolve('@graphql-hive/gateway');
  const { version } = JSON.parse(await readFile(join(dirname(main), '../package.json'), 'utf8')) as { version: string };
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-hive-'));
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(supergraph, await addressed(subgraphs));
  const port = await freePort();
  const child = spawn(process.execPath, [join(dirname(main), 'bin.js'), 'supergraph', '--config-path', configFile], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', BENCH_SUPERGRAPH: supergraph, BENCH_PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = async () => (await fetch(`${url}/readiness`).catch(() => undefined))?.ok === true;
  for (let waited = 0; !(await answers()); waited += 100) {
    if (waited > readyWithinMs || child.exitCode !== null) throw new Error('The peer gateway did not start.');
    await pause(100);
  }
  return {
    url,
    pid: child.pid ?? 0,
    version,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
