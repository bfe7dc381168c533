import { createLogger } from '@vitrina/platform/logging';
import { onShutdown } from '@vitrina/platform/process';
import { explain } from '../market/explain.ts';
import { readLocalConfig } from '../market/local-config.ts';
import { openParts, type Parts } from '../market/parts.ts';
import { announce, tell } from '../market/say.ts';
import { seedOnce } from '../market/seed-once.ts';
import { startEmbeddedMarket } from './start-market.ts';

// A terminal shows what happens; the structured log speaks up only when something is wrong, unless asked to say more.
process.env['VITRINA_LOG_LEVEL'] ??= 'warn';
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

let parts: Parts | undefined;
try {
  const config = readLocalConfig();
  parts = await openParts(config, tell);
  const market = await startEmbeddedMarket(parts.env, tell);
  const log = createLogger('market');
  onShutdown({ log, steps: [{ name: 'market', stop: () => market.stop() }, ...parts.steps] });
  await seedOnce(config, { gateway: market.url, postgres: parts.postgres }, tell);
  process.stdout.write(announce(parts.addresses, 'embedded, one process'));
  process.send?.({ ready: market.url });
} catch (error) {
  process.stderr.write(`\nVitrina did not start.\n${explain(error)}\n`);
  for (const step of parts?.steps ?? []) await step.stop();
  process.exit(1);
}
