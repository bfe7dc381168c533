import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
// By path: the kit's testing module as a whole needs a test worker, and this runs beside them.
import { type CardFinding, scanForCardNumbers, scanLines } from '../../../platform/src/testing/card-scan.ts';
import { freePorts } from '../../../platform/src/testing/free-ports.ts';
import { buildStalePlayer } from '../../../web/player/build/build-player.ts';

/** Addresses of the market the journeys run against. */
export interface MarketAddresses {
  readonly gateway: string;
  readonly mail: string;
  readonly stripe: string;
  /** Where push, SMS and Telegram messages arrive. */
  readonly phone: string;
  /** Where live streams are sent, without the key. */
  readonly rtmp: string;
  /** Server URL without a database; journeys judge money and stock from the databases themselves. */
  readonly postgres: string;
  readonly topology: 'embedded' | 'distributed';
}

declare module 'vitest' {
  export interface ProvidedContext {
    market: MarketAddresses;
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** How many ports a market of two gateways and a process per context may need. */
const portsOfMarket = 60;
/** All the real goods are for the questions of search, which are asked of one process; others buy of a few shops. */
const goodsOfProcesses = '1500';
/** Twenty processes and a seed: a minute, and several beside other suites. */
const startMs = 900_000;
/** Less than the run gives its ends; a market that has not stopped by then does not stop. */
const endMs = 100_000;

const ended = async (child: ChildProcess): Promise<never> => {
  const [code] = await once(child, 'exit');
  throw new Error(`The market ended while starting (exit ${code}); its own words are below.`);
};

/** Looks through every database of the market for what a card number looks like. */
const scanDatabases = async (server: string): Promise<CardFinding[]> => {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  const databases = await sql<
    { name: string }[]
  >`select datname as name from pg_database where datname like 'vitrina\\_%'`;
  await sql.end();
  const findings: CardFinding[] = [];
  for (const { name } of databases) {
    const url = new URL(server);
    url.pathname = `/${name}`;
    for (const { where, masked } of await scanForCardNumbers(url.toString()))
      findings.push({ where: `${name}: ${where}`, masked });
  }
  return findings;
};

/** Starts the very market `npm start` starts, on free ports and a folder of its own, seeded with the real goods, as processes with part of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const topology = process.env['VITRINA_JOURNEYS'] === 'distributed' ? 'distributed' : 'embedded';
  // Landing pages are opened in a browser there; what the gateway serves below /assets/ plays and buys on them.
  if (topology === 'distributed') await buildStalePlayer();
  const home = await mkdtemp(join(tmpdir(), 'vitrina-journeys-'));
  await chmod(home, 0o755);
  const first = await freePorts(portsOfMarket);
  const livePort = first + 6;
  const child = fork(join(root, `local/src/${topology}/main.ts`), [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...(topology === 'distributed' && { VITRINA_SEED_PRODUCTS: goodsOfProcesses }),
      ...process.env,
      VITRINA_DATA_HOME: home,
      // The second gateway has the port after the first.
      VITRINA_GATEWAY_PORT: String(first),
      VITRINA_GATEWAYS: '2',
      VITRINA_STRIPE_DOUBLE_PORT: String(first + 2),
      VITRINA_PHONE_PORT: String(first + 3),
      VITRINA_SMTP_PORT: String(first + 4),
      VITRINA_MAIL_WEB_PORT: String(first + 5),
      VITRINA_LIVE_PORT: String(livePort),
      VITRINA_DISTRIBUTED_BASE_PORT: String(first + 10),
      // Journeys write faster than people.
      MESSAGING_SENDS_PER_MINUTE: '1000',
      MESSAGING_CONVERSATION_SENDS_PER_MINUTE: '1000',
      VITRINA_LOG_LEVEL: 'info',
    },
  });
  // Kept: shown when the start fails, and searched for card numbers at the end.
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const late = AbortSignal.timeout(startMs);
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const overdue = setTimeout(() => child.kill('SIGKILL'), endMs);
      await gone;
      clearTimeout(overdue);
    }
    await rm(home, { recursive: true, force: true });
  };
  await Promise.race([once(child, 'message', { signal: late }), ended(child)]).catch(async (error: unknown) => {
    process.stderr.write(words.slice(-20_000));
    await stop();
    if (late.aborted) throw new Error(`The market did not start within ${startMs / 1_000} s; its own words are above.`);
    throw error;
  });
  const market = {
    ...JSON.parse(await readFile(join(home, 'market.json'), 'utf8')),
    rtmp: `rtmp://127.0.0.1:${livePort}/live`,
    topology,
  } as MarketAddresses;
  project.provide('market', market);
  return async () => {
    const findings = [...(await scanDatabases(market.postgres)), ...scanLines(words.split('\n'), 'log line')];
    await stop();
    process.stdout.write(`Card numbers in logs and databases after the journeys: ${findings.length}\n`);
    if (findings.length > 0) throw new Error(`Card numbers were kept: ${JSON.stringify(findings.slice(0, 20))}`);
  };
}
