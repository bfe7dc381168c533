// A program of the project in one file, kept beside the packages it was made from, and used only while nothing changed.
import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { root, run } from './installed.mjs';

const folder = join(root, 'node_modules', '.cache', 'vitrina');

const quietly = (work) => {
  try {
    return work();
  } catch {
    // Whatever a kept program lacks, the sources have: the caller goes on without it.
    return undefined;
  }
};

/** Whole or not at all, also after a power cut: a torn code cache would not be noticed by whoever loads it. */
const writeWhole = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w');
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
};

/** What sources say, by path; a file that is not there is something to remember too. */
export const sourceState = (paths) =>
  Object.fromEntries(
    paths.map((path) => {
      const content = quietly(() => readFileSync(join(root, path)));
      return [path, content ? createHash('sha256').update(content).digest('base64') : 'absent'];
    }),
  );

/** Files of packages by size and time of writing: thousands of them, which nobody edits in place without either changing. */
export const packageState = (paths) =>
  Object.fromEntries(
    paths.map((path) => {
      const found = statSync(join(root, path), { throwIfNoEntry: false });
      return [path, found ? `${found.size} ${found.mtimeMs}` : 'absent'];
    }),
  );

/** The first of the files that was written or replaced since; the clock of changes cannot be set back by who copies a file. */
export const changedSince = (time, paths) =>
  paths.find((path) => (statSync(join(root, path), { throwIfNoEntry: false })?.ctimeMs ?? 0) >= time - 20);

const same = (kept, now) => Object.entries(kept).every(([path, state]) => now[path] === state);
const recordOf = (entry) => join(folder, `${entry.replaceAll('/', '-')}.json`);

/** How long files of earlier programs stay: somebody may have begun to load one. */
const keptMs = 600_000;

const sweep = (current) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const old = quietly(() => Date.now() - statSync(path).mtimeMs > keptMs);
    if (old && !name.startsWith(current) && !name.endsWith('.json')) rmSync(path, { force: true });
  }
};

/** Keeps a program and what it was made from. */
export const keepProgram = (entry, { text, name, sources, packages }) => {
  writeWhole(join(folder, `${name}.cjs`), text);
  writeWhole(recordOf(entry), JSON.stringify({ root, name, sources, packages }));
  sweep(name);
};

/** The file of a program that was made from exactly what lies here now; nothing when there is none. */
export const findProgram = (entry) =>
  quietly(() => {
    const { root: madeIn, name, sources, packages } = JSON.parse(readFileSync(recordOf(entry), 'utf8'));
    if (madeIn !== root) return undefined;
    if (!same(sources, sourceState(Object.keys(sources)))) return undefined;
    if (!same(packages, packageState(Object.keys(packages)))) return undefined;
    const file = join(folder, `${name}.cjs`);
    return statSync(file).isFile() ? file : undefined;
  });

/** The same, made first where that is needed; nothing where it cannot be made. */
export const findOrMakeProgram = async (entry) => {
  const found = findProgram(entry);
  if (found) return found;
  process.stderr.write('Putting the program together (once after a change, some seconds)…\n');
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) process.on(signal, interrupt);
  await run(process.execPath, [join(root, 'local/bin/build-program.mjs'), entry]);
  for (const signal of signals) process.off(signal, interrupt);
  if (interrupted) process.exit(1);
  const made = findProgram(entry);
  if (!made) process.stderr.write('That did not work; starting from the sources instead.\n');
  return made;
};

/** Of another Node it would be refused; a name of its own lets several versions take turns. */
const codeCacheOf = (file) => `${file}.${process.version}-${process.arch}`;

/**
 * Runs a program in this process. What V8 made of it is kept once the program says that it is open (its export `opened`),
 * when it has compiled what a start needs; the next start reads that instead of compiling.
 */
export const runProgram = (file) => {
  const cachedData = quietly(() => readFileSync(codeCacheOf(file)));
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname, importFrom) {${readFileSync(file, 'utf8')}\n})`,
    { filename: file, cachedData },
  );
  const importFrom = (from) => async (name) =>
    import(/^[a-z]+:/.test(name) ? name : pathToFileURL(createRequire(from).resolve(name)).href);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), importFrom);
  if (cachedData && !script.cachedDataRejected) return;
  // A failed start ends the process by itself and leaves nothing worth keeping.
  Promise.resolve(module.exports.opened).then(
    () => quietly(() => writeWhole(codeCacheOf(file), script.createCachedData())),
    () => undefined,
  );
};
