// npm start: installs what is missing, then starts the market (embedded, or distributed with --distributed).
import { ensureInstalled, runTypeScript, stop } from './installed.mjs';

const distributed = process.argv.includes('--distributed');
await ensureInstalled();
const built = await runTypeScript('gateway/src/explorer/build-explorer.ts', ['--if-absent']);
if (built !== 0) stop('The explorer could not be built; the lines above say why.');
process.exit(
  await runTypeScript(
    distributed ? 'local/src/distributed/main.ts' : 'local/src/embedded/main.ts',
    process.argv.slice(2),
  ),
);
