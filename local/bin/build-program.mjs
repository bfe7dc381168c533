// node local/bin/build-program.mjs ENTRY: puts a program of the project, and the packages it needs, into one file.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, stop } from './installed.mjs';
import { changedSince, keepProgram, packageState, sourceState } from './kept-program.mjs';

const { build } = createRequire(join(root, 'platform/package.json'))('esbuild');

/** Packages that are not put in: one finds its native parts beside itself, the others are for building only. */
const leftOutside = ['sharp', 'typescript', 'vite'];

/** An import whose name is made at run time: nothing can be put in for it, and it is looked up from where the file lay. */
const computedImport = /\bimport\((?!\s*['"])/g;

/** Every file goes on believing that it lies where it lay, so that what is read beside a source is still found. */
const inPlace = (text, path) => {
  const [file, folder, url] = [path, dirname(path), pathToFileURL(path).href].map((place) => JSON.stringify(place));
  const placed = text
    .replaceAll('import.meta.url', url)
    .replaceAll('import.meta.filename', file)
    .replaceAll('import.meta.dirname', folder)
    .replaceAll(computedImport, `importFrom(${file})(`);
  const asCommonJs =
    /\b__(dir|file)name\b/.test(text) && !/(const|let|var) __(dir|file)name/.test(text) && !path.endsWith('.ts');
  return asCommonJs ? `var __dirname = ${folder}, __filename = ${file};${placed}` : placed;
};

const places = {
  name: 'places',
  setup: (bundler) => {
    bundler.onResolve({ filter: new RegExp(`^(${leftOutside.join('|')})(/|$)`) }, async (wanted) => {
      if (wanted.pluginData === 'found') return undefined;
      const { kind, importer, resolveDir } = wanted;
      const found = await bundler.resolve(wanted.path, {
        kind: kind === 'import-statement' ? 'require-call' : kind,
        importer,
        resolveDir,
        pluginData: 'found',
      });
      return { path: found.path || wanted.path, external: true };
    });
    bundler.onResolve({ filter: /\.node$/ }, (wanted) =>
      isAbsolute(wanted.path) ? { path: wanted.path, external: true } : undefined,
    );
    bundler.onLoad({ filter: /\.node$/ }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
    }));
    bundler.onLoad({ filter: /\.([cm]?js|ts)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!/import\.meta\.|__dirname|__filename|\bimport\(/.test(text)) return undefined;
      return { contents: inPlace(text, path), loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/** The folders from a source up to the project's, whose package.json and tsconfig.json say how it is read. */
const settingsOf = (sources) => {
  const folders = new Set(['.']);
  for (const source of sources) for (let at = dirname(source); at !== '.'; at = dirname(at)) folders.add(at);
  return [...folders].flatMap((folder) => [join(folder, 'package.json'), join(folder, 'tsconfig.json')]);
};

const runner = 'local/bin/kept-program.mjs';
const [entry] = process.argv.slice(2);
const began = Date.now();
const { outputFiles, metafile, warnings } = await build({
  entryPoints: [join(root, entry)],
  absWorkingDir: root,
  write: false,
  bundle: true,
  metafile: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Node compiles what was loaded from a code cache without a way to import; what is required needs none.
  supported: { 'dynamic-import': false },
  minifySyntax: false,
  logLevel: 'error',
  plugins: [places],
});
const lost = warnings.find(({ id }) => id === 'empty-import-meta');
if (lost) throw new Error(`${lost.location?.file} asks for its place in a way that cannot be kept: ${lost.text}`);
const inputs = Object.keys(metafile.inputs).map((path) => (isAbsolute(path) ? relative(root, path) : path));
const packages = inputs.filter((path) => path.includes('node_modules'));
const own = inputs.filter((path) => !path.includes('node_modules'));
const sources = [...own, ...settingsOf(own), 'pnpm-lock.yaml', 'local/bin/build-program.mjs', runner];
const [{ text }] = outputFiles;
const program = {
  text,
  // With who runs it: what V8 compiled fits the text as that wraps it, and V8 itself compares no more than lengths.
  name: createHash('sha256')
    .update(text)
    .update(await readFile(join(root, runner)))
    .digest('hex')
    .slice(0, 16),
  sources: sourceState(sources),
  packages: packageState(packages),
};
// What was read is then not what lies there: better no program than one that calls itself newer than it is.
const changed = changedSince(began, [...sources, ...packages]);
if (changed) stop(`${changed} was changed meanwhile.`);
keepProgram(entry, program);
