import { createLogger } from '@vitrina/platform/logging';
import { onShutdown } from '@vitrina/platform/process';
import { explain } from '../market/explain.ts';
import { readLocalConfig } from '../market/local-config.ts';
import { openParts, type Parts } from '../market/parts.ts';
import { announce, tell } from '../market/say.ts';
import { seedOnce } from '../market/seed-once.ts';
import { startDistributedMarket } from './start-market.ts';

process.env['VITRINA_LOG_LEVEL'] ??= 'warn';

let parts: Parts | undefined;
try {
  const config = readLocalConfig();
  parts = await openParts(config, tell);
  const market = await startDistributedMarket(config, parts.env, tell);
  onShutdown({
    log: createLogger('market'),
    steps: [{ name: 'processes', stop: () => market.stop() }, ...parts.steps],
  });
  await seedOnce(config, { gateway: parts.addresses.gateway, postgres: parts.postgres }, tell);
  process.stdout.write(announce(parts.addresses, `distributed, ${market.processes.length} processes`));
  process.send?.({ ready: parts.addresses.gateway });
} catch (error) {
  process.stderr.write(`\nVitrina did not start.\n${explain(error)}\n`);
  for (const step of parts?.steps ?? []) await step.stop();
  process.exit(1);
}
