// npm start: installs what is missing, then starts the market (embedded, or distributed with --distributed).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, runTypeScript, stop } from './installed.mjs';
import { findOrMakeProgram, runProgram } from './kept-program.mjs';

const distributed = process.argv.includes('--distributed');
await ensureInstalled();
if (!existsSync(join(root, 'gateway/explorer/dist/index.html'))) {
  const built = await runTypeScript('gateway/src/explorer/build-explorer.ts', []);
  if (built !== 0) stop('The explorer could not be built; the lines above say why.');
  const playerBuilt = await runTypeScript('web/player/build/build-player.ts', ['--if-stale']);
  if (playerBuilt !== 0) stop('The player could not be built; the lines above say why.');
}
const entry = distributed ? 'local/src/distributed/main.ts' : 'local/src/embedded/main.ts';

// Only the embedded market is one program.
const program = distributed || process.env.VITRINA_FROM_SOURCES ? undefined : await findOrMakeProgram(entry);
if (program) runProgram(program);
else process.exit(await runTypeScript(entry, process.argv.slice(2)));
