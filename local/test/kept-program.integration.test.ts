import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const entry = 'local/src/entry.ts';

/** A small project of its own around the very programs that keep and run one. */
let folder: string;

const write = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-program-'));
  await cp(join(root, 'local/bin'), join(folder, 'local/bin'), { recursive: true });
  await write({
    'package.json': '{ "name": "small", "type": "module" }',
    'pnpm-lock.yaml': 'lockfileVersion: 9',
    'platform/package.json': '{ "name": "platform" }',
    'node_modules/.vitrina-installed': '',
    'node_modules/words/package.json': '{ "name": "words", "main": "index.js" }',
    'node_modules/words/index.js': "exports.greeting = 'hello'; exports.place = __dirname;",
    'local/src/name.ts': "export const name: string = 'market';\n",
    'local/src/beside.txt': 'read at run time',
    [entry]: `import { readFileSync } from 'node:fs';
      import { greeting, place } from 'words';
      import { name } from './name.ts';
      const beside = readFileSync(new URL('./beside.txt', import.meta.url), 'utf8');
      const load = async () => {
        const { word } = await import('./late.ts');
        const computed = await import(['wo', 'rds'].join('')).then(({ default: words }) => words.greeting);
        const missing = await import(['no', 'such'].join('')).catch(({ code }) => code);
        console.log([greeting, name, word, beside, place, computed, missing].join('|'));
      };
      export const opened = load();
    `,
    'local/src/late.ts': "export const word = 'late';\n",
  });
  await mkdir(join(folder, 'platform/node_modules'));
  await symlink(join(root, 'platform/node_modules/esbuild'), join(folder, 'platform/node_modules/esbuild'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const build = () => run(process.execPath, [join(folder, 'local/bin/build-program.mjs'), entry]);

/** What the kept program says; `nothing` when there is none that was made from what lies there now. */
const say = async (): Promise<string> => {
  const program = `const { findProgram, runProgram } = await import('./local/bin/kept-program.mjs');
    const file = findProgram('${entry}');
    if (file) runProgram(file); else console.log('nothing');`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
  return stdout.trim();
};
const kept = () => readdir(join(folder, 'node_modules/.cache/vitrina'));
const said = (name: string, word = 'late', greeting = 'hello', beside = 'read at run time'): string =>
  [greeting, name, word, beside, join(folder, 'node_modules/words'), greeting, 'MODULE_NOT_FOUND'].join('|');

describe('a program kept in one file', { timeout: 240_000 }, () => {
  it('is not there before it was made, and then finds everything where it lies among the sources', async () => {
    expect(await say()).toBe('nothing');
    await build();
    expect(await say()).toBe(said('market'));
  });

  it('keeps what V8 compiled, says the same from it, and does without it when it is damaged', async () => {
    const [cache = ''] = (await kept()).filter((name) => name.includes(process.version));
    expect(cache).not.toBe('');
    expect(await say()).toBe(said('market'));
    await writeFile(join(folder, 'node_modules/.cache/vitrina', cache), 'no code');
    expect(await say()).toBe(said('market'));
  });

  it('never runs in place of sources that changed, also when they look as old and as long as before', async () => {
    const path = join(folder, 'local/src/name.ts');
    const before = await readFile(path, 'utf8');
    await writeFile(path, before.replace('market', 'bazaar'));
    await utimes(path, new Date(0), new Date(0));
    expect(await say()).toBe('nothing');
    await build();
    expect(await say()).toBe(said('bazaar'));
    // Loaded late is loaded all the same.
    await write({ 'local/src/late.ts': "export const word = 'new!';\n" });
    expect(await say()).toBe('nothing');
    await build();
    expect(await say()).toBe(said('bazaar', 'new!'));
    await writeFile(path, before);
    expect(await say()).toBe('nothing');
    await build();
    expect(await say()).toBe(said('market', 'new!'));
  });

  it('never runs in place of other packages, another lockfile or other settings, nor without one of its sources', async () => {
    for (const [file, text] of [
      ['node_modules/words/index.js', "exports.greeting = 'good evening'; exports.place = __dirname;"],
      ['pnpm-lock.yaml', 'lockfileVersion: 10'],
      ['local/tsconfig.json', '{}'],
    ] as const) {
      await write({ [file]: text });
      expect(await say(), file).toBe('nothing');
      await build();
      expect(await say(), file).toBe(said('market', 'new!', 'good evening'));
    }
    await rm(join(folder, 'local/src/late.ts'));
    expect(await say()).toBe('nothing');
    await expect(build()).rejects.toThrow(/late\.ts/);
    expect(await say()).toBe('nothing');
    await write({ 'local/src/late.ts': "export const word = 'new!';\n" });
    expect(await say()).toBe(said('market', 'new!', 'good evening'));
  });

  it('is not made of sources that change while they are read', async () => {
    let written = Promise.resolve();
    const move = () => write({ 'local/src/name.ts': "export const name = 'moving';\n" });
    const changing = setInterval(() => {
      written = written.then(move);
    }, 5);
    await expect(build()).rejects.toThrow(/name\.ts was changed meanwhile/);
    clearInterval(changing);
    await written;
  });

  it('reads what it does not hold anew at every run', async () => {
    await write({ 'local/src/name.ts': "export const name: string = 'market';\n", 'local/src/beside.txt': 'other' });
    expect(await say()).toBe(said('market', 'new!', 'good evening', 'other'));
  });
});

describe('npm start', { timeout: 240_000 }, () => {
  it('finds the market in one file once it was made', async () => {
    const market = 'local/src/embedded/main.ts';
    const { findProgram } = (await import(join(root, 'local/bin/kept-program.mjs'))) as {
      findProgram: (entry: string) => string | undefined;
    };
    if (!findProgram(market)) await run(process.execPath, [join(root, 'local/bin/build-program.mjs'), market]);
    expect(findProgram(market)).toMatch(/\.cjs$/);
  });
});
