// node local/bin/run.mjs FILE [ARGS]: installs what is missing, then runs a TypeScript program of the project.
import { ensureInstalled, runTypeScript, stop } from './installed.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) stop('Usage: node local/bin/run.mjs FILE [ARGS]');
await ensureInstalled();
process.exit(await runTypeScript(file, args));
