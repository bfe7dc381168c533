import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const installed = new URL('../bin/installed.mjs', import.meta.url);
const program =
  "const { ensureInstalled } = await import('./local/bin/installed.mjs'); await ensureInstalled(); console.log('answer');";

/** A project of its own in which `npx` is a script that talks like an installer. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-installed-'));
  await mkdir(join(folder, 'local/bin'), { recursive: true });
  await mkdir(join(folder, 'path'));
  await copyFile(installed, join(folder, 'local/bin/installed.mjs'));
  await writeFile(join(folder, 'path/npx'), '#!/bin/sh\necho "Packages: +1"\n');
  await chmod(join(folder, 'path/npx'), 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const runProgram = async (lockfile: string) => {
  await writeFile(join(folder, 'pnpm-lock.yaml'), lockfile);
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    env: { ...process.env, PATH: [join(folder, 'path'), dirname(process.execPath)].join(delimiter) },
  });
};

// The stand-in for npx is a shell script.
describe.runIf(process.platform !== 'win32')('a program whose packages changed', () => {
  it('has its own words alone on stdout, because scripts read them; installing is told on stderr', async () => {
    const first = await runProgram('one');
    expect(first.stdout).toBe('answer\n');
    expect(first.stderr).toMatch(/^Installing packages[^\n]*\nPackages: \+1\n$/);
  });

  it('installs again for another lockfile only', async () => {
    expect((await runProgram('two')).stderr).toContain('Packages: +1');
    expect(await runProgram('two')).toMatchObject({ stdout: 'answer\n', stderr: '' });
  });
});
