// npm start: installs what is missing, then starts the market (embedded, or distributed with --distributed).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, run, runTypeScript, stop } from './installed.mjs';
import { findProgram, runProgram } from './kept-program.mjs';

const distributed = process.argv.includes('--distributed');
await ensureInstalled();
if (!existsSync(join(root, 'gateway/explorer/dist/index.html'))) {
  const built = await runTypeScript('gateway/src/explorer/build-explorer.ts', []);
  if (built !== 0) stop('The explorer could not be built; the lines above say why.');
  const playerBuilt = await runTypeScript('web/player/build/build-player.ts', ['--if-stale']);
  if (playerBuilt !== 0) stop('The player could not be built; the lines above say why.');
}
const entry = distributed ? 'local/src/distributed/main.ts' : 'local/src/embedded/main.ts';

/** The embedded market in one file, made again after every change; nothing where that cannot be, or is not wanted. */
const findOrMake = async () => {
  if (distributed || process.env.VITRINA_FROM_SOURCES) return undefined;
  const found = findProgram(entry);
  if (found) return found;
  process.stderr.write('Putting the program together (once after a change, some seconds)…\n');
  await run(process.execPath, [join(root, 'local/bin/build-program.mjs'), entry]);
  const made = findProgram(entry);
  if (!made) process.stderr.write('That did not work; starting from the sources instead.\n');
  return made;
};

const program = await findOrMake();
if (program) runProgram(program);
else process.exit(await runTypeScript(entry, process.argv.slice(2)));
