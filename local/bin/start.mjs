// npm start: installs what is missing, then starts the market (embedded, or distributed with --distributed).
import { ensureInstalled, runTypeScript } from './installed.mjs';

const distributed = process.argv.includes('--distributed');
await ensureInstalled();
process.exit(
  await runTypeScript(
    distributed ? 'local/src/distributed/main.ts' : 'local/src/embedded/main.ts',
    process.argv.slice(2),
  ),
);
