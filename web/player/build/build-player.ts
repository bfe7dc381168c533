import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const landing = fileURLToPath(new URL('../../landing/', import.meta.url));
const operationsFolder = fileURLToPath(new URL('../../../schema/operations/storefront/', import.meta.url));

/** Versions of what is bundled with it. */
const catalog = fileURLToPath(new URL('../../../pnpm-workspace.yaml', import.meta.url));

/** Where the bundle is put: in `assets` the hashed modules with their compressed forms, and `player.json`, which names them. */
export const playerDist = `${root}dist`;

/** What is in `player.json`; the gateway reads it. */
export interface PlayerFiles {
  /** The module a page loads, e.g. `player-B3x.js`. */
  readonly entry: string;
  /** What it loads once a video comes near: pages may preload it. */
  readonly engine: string;
  /** The script of landing pages: buying, countdowns. */
  readonly landing: string;
}

/** Operations the scripts run. */
const registered = ['PlayerLiveStream', 'PlayerVideo', 'RecordPlayback', 'CreateCart', 'AddToCart'];

/** Registered operations are known by the hash of their text. */
const hashes = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(`${operationsFolder}${name}.graphql`))
        .digest('hex'),
    ]),
  );

const compress = async (path: string): Promise<void> => {
  const bytes = await readFile(path);
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
};

/** True when the bundle is newer than everything it is made of. */
const isFresh = (): boolean => {
  const made = `${playerDist}/player.json`;
  if (!existsSync(made)) return false;
  const madeAt = statSync(made).mtimeMs;
  const sources = [`${root}src`, `${landing}src`, operationsFolder]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile());
  const paths = sources.map(({ parentPath, name }) => `${parentPath}/${name}`);
  return [...paths, catalog, fileURLToPath(import.meta.url)].every((path) => statSync(path).mtimeMs <= madeAt);
};

/** Bundles the player and the landing pages' script, which share nothing. Some seconds. */
export const buildPlayer = async (): Promise<PlayerFiles> => {
  // Loaded here: who only serves the bundle never needs the bundler.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    define: { vitrinaOperations: JSON.stringify(hashes(registered)) },
    build: {
      outDir: playerDist,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 1_000,
      rollupOptions: {
        input: { player: `${root}src/index.ts`, landing: `${landing}src/client/index.ts` },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
  const modules = (await readdir(`${playerDist}/assets`)).filter((name) => name.endsWith('.js'));
  const named = (prefix: string): string => {
    const [found, ...more] = modules.filter((name) => name.startsWith(prefix));
    if (!found || more.length > 0) throw new Error(`The bundle of the player has no single module "${prefix}…".`);
    return found;
  };
  const files = { entry: named('player-'), engine: named('hls-engine-'), landing: named('landing-') };
  await Promise.all(modules.map((name) => compress(`${playerDist}/assets/${name}`)));
  await writeFile(`${playerDist}/player.json`, `${JSON.stringify(files)}\n`);
  return files;
};

/** Bundles what has changed since the last time, or nothing. */
export const buildStalePlayer = async (): Promise<void> => {
  if (!isFresh()) await buildPlayer();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await (process.argv.includes('--if-stale') ? buildStalePlayer() : buildPlayer());
}
