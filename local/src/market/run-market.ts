import { createLogger } from '@vitrina/platform/logging';
import { onShutdown, reportReady } from '@vitrina/platform/process';
import { explain } from './explain.ts';
import { type LocalConfig, readLocalConfig } from './local-config.ts';
import { openParts, type Parts } from './parts.ts';
import { announce, tell } from './say.ts';
import { seedOnce } from './seed-once.ts';

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
  readonly start: (config: LocalConfig, parts: Parts) => Promise<StartedMarket>;
}

/**
 * Runs a market until a signal: parts, the market itself, the demo. A start that fails says why and what to do, and ends
 * with 1; whether it fails or is interrupted, what had been started is stopped before the process ends.
 */
export const runMarket = async (topology: Topology): Promise<void> => {
  // A terminal shows what happens; the structured log speaks up only when something is wrong, unless asked to say more.
  process.env['VITRINA_LOG_LEVEL'] ??= 'warn';
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  let opening: Promise<Parts> | undefined;
  let market: StartedMarket | undefined;
  const stopParts = async (): Promise<void> => {
    // Parts that failed to open have stopped each other already.
    const parts = await opening?.catch(() => undefined);
    for (const step of parts?.steps ?? []) await step.stop();
  };
  const shutdown = onShutdown({
    log: createLogger('market'),
    steps: [
      { name: 'market', stop: () => market?.stop() },
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
    market = await topology.start(config, parts);
    await parts.ready;
    await seedOnce(config, { gateway: parts.addresses.gateway, postgres: parts.postgres }, tell);
    process.stdout.write(announce(parts.addresses, market.topology));
    reportReady(parts.addresses.gateway);
  } catch (error) {
    process.stderr.write(`\nVitrina did not start.\n${explain(error)}\n`);
    await shutdown.run('the start failed');
    process.exit(1);
  }
};
