// Plain JavaScript without dependencies: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const minimum = [20, 19];
const pnpm = 'pnpm@12.21.0';

/** Ends the start with a sentence that says what is wrong and what to do. */
export const stop = (message) => {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
};

// Whoever read our words may be gone, as `tee` is after Ctrl-C: that alone must not end a start, or a stop, half way.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < minimum[0] || (major === minimum[0] && minor < minimum[1])) {
    stop(
      `Vitrina needs Node ${minimum.join('.')} or newer; this is ${process.versions.node}. Install a newer one from your system's packages and start again.`,
    );
  }
};

/** Runs a program in the project's folder with our own terminal, or what `stdio` says; resolves with its exit code. */
export const run = (command, args, env = {}, stdio = 'inherit') =>
  new Promise((resolve) => {
    // Started through another npx (`npx -p node@24 npm start`), ours would be told to run that one's package again.
    const { npm_config_package: _ofTheOuter, ...inherited } = process.env;
    const child = spawn(command, args, {
      cwd: root,
      stdio,
      env: { ...inherited, ...env },
      shell: process.platform === 'win32',
    });
    const forward = (signal) => child.kill(signal);
    const leave = () => {};
    // Ctrl-C reaches the whole foreground group by itself; only signals sent to us alone are passed on.
    const heard = { SIGTERM: forward, SIGHUP: forward, SIGINT: leave };
    for (const [signal, handle] of Object.entries(heard)) process.on(signal, handle);
    child.on('error', (error) => stop(`Could not run ${command}: ${error.message}`));
    child.on('exit', (code, signal) => {
      for (const [heardOf, handle] of Object.entries(heard)) process.off(heardOf, handle);
      resolve(signal ? 1 : (code ?? 1));
    });
  });

/** Installs the packages the lockfile names, unless exactly these are installed already. */
export const ensureInstalled = async () => {
  checkNode();
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex');
  const marker = join(root, 'node_modules', '.vitrina-installed');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  process.stderr.write('Installing packages (once, about half a minute)…\n');
  const code = await run(
    'npx',
    ['-y', pnpm, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
    { CI: 'true' },
    // What a program says on stdout is for scripts (`npm run -s ask -- … --pick …`): installing speaks on stderr.
    ['inherit', 2, 2],
  );
  if (code !== 0)
    stop(
      `Installing failed (exit ${code}). The lines above say why; with the registry reachable, run the same command again.`,
    );
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, wanted);
};

/** Runs a TypeScript program of the project. */
export const runTypeScript = (file, args, env) =>
  run(process.execPath, ['--import', 'tsx', join(root, file), ...args], env);
