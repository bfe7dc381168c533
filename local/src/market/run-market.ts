import { createLogger } from '@vitrina/platform/logging';
import { onShutdown, reportReady } from '@vitrina/platform/process';
import { explain } from './explain.ts';
import { type LocalConfig, readLocalConfig } from './local-config.ts';
import { openParts, type Parts } from './parts.ts';
import { announce, tell } from './say.ts';
import { seedOnce } from './seed-once.ts';
import { stopAll } from './stop-all.ts';

/** A market over its parts, in either topology. */
export interface StartedMarket {
  /** For the terminal: `embedded, one process`. */
  readonly topology: string;
  stop(): Promise<void>;
}

export interface Topology {
  /** Ports it needs beside those of the parts, by the variable that moves them. */
  readonly ports?: (config: LocalConfig) => Readonly<Record<string, number>>;
  /** Loads the code of the market while the parts open: another processor does that. A start that is refused loads none. */
  readonly load?: () => Promise<unknown>;
  /** `signal` gives the start up: it rejects as soon as it can, with nothing left running. */
  readonly start: (config: LocalConfig, parts: Parts, signal: AbortSignal) => Promise<StartedMarket>;
}

/**
 * A terminal that is closed ends the market like Ctrl-C. Whoever read its words may be gone by then, as `tee` is after
 * Ctrl-C: words that cannot be written must not break off a stop, which would leave Postgres running.
 */
const outliveTerminal = (): void => {
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
};

/**
 * Runs a market until a signal: parts, the market itself, the demo. A start that fails says why and what to do, and ends
 * with 1; whether it fails or is interrupted, what had been started is stopped before the process ends.
 */
export const runMarket = async (topology: Topology): Promise<void> => {
  // A terminal shows what happens; the structured log speaks up only when something is wrong, unless asked to say more.
  process.env['VITRINA_LOG_LEVEL'] ??= 'warn';
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  outliveTerminal();
  const givenUp = new AbortController();
  const { signal } = givenUp;
  let opening: Promise<Parts> | undefined;
  let starting: Promise<StartedMarket> | undefined;
  // What is still starting comes to its end first; what failed has stopped itself already.
  const stopMarket = async (): Promise<void> => (await starting?.catch(() => undefined))?.stop();
  const stopParts = async (): Promise<void> => stopAll((await opening?.catch(() => undefined))?.steps ?? []);
  const shutdown = onShutdown({
    log: createLogger('market'),
    steps: [
      { name: 'start', stop: () => givenUp.abort() },
      { name: 'market', stop: stopMarket },
      { name: 'parts', stop: stopParts },
    ],
  });
  try {
    const config = readLocalConfig();
    opening = openParts(config, tell, {
      ports: topology.ports?.(config),
      // Whoever needs what was loaded loads it again and hears of a failure.
      accepted: () => void topology.load?.().catch(() => undefined),
    });
    const parts = await opening;
    signal.throwIfAborted();
    starting = topology.start(config, parts, signal);
    const market = await starting;
    await parts.ready;
    signal.throwIfAborted();
    await seedOnce(config, { gateway: parts.addresses.gateway, postgres: parts.postgres }, tell);
    signal.throwIfAborted();
    process.stdout.write(announce(parts.addresses, market.topology));
    reportReady(parts.addresses.gateway);
  } catch (error) {
    // A start that was interrupted fails in whatever way it can; whoever did that knows why, and ends the process.
    if (!signal.aborted) process.stderr.write(`\nVitrina did not start.\n${explain(error)}\n`);
    await shutdown.run('the start failed');
    process.exit(1);
  }
};
