import { spawnSync } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findProgram, openScratch } from './index.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'scratch-test-'));
});
afterEach(() => rm(root, { recursive: true }));

it('gives each piece of work a folder of its own and removes it', async () => {
  const scratch = await openScratch('video', root);
  const folders = await Promise.all(
    [1, 2].map(() =>
      scratch.use(async (folder) => {
        await mkdir(join(folder, 'deep'));
        await writeFile(join(folder, 'deep', 'file'), 'x');
        return folder;
      }),
    ),
  );
  expect(new Set(folders).size).toBe(2);
  expect(await readdir(root)).toEqual([]);
});

it('removes the folder of work that throws, and throws on', async () => {
  const scratch = await openScratch('video', root);
  const failing = scratch.use(async (folder) => {
    await writeFile(join(folder, 'half'), 'x');
    throw new Error('broke');
  });
  await expect(failing).rejects.toThrow('broke');
  expect(await readdir(root)).toEqual([]);
});

it('sweeps what a killed process left, and nothing that is in use or of another label', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const left = [`video-${gone}-abc`, `video-${process.ppid}-abc`, `images-${gone}-abc`, 'video-notes'];
  for (const name of left) await mkdir(join(root, name));
  await openScratch('video', root);
  expect((await readdir(root)).sort()).toEqual(left.slice(1).sort());
});

it('finds a program on the path, and none where there is none', async () => {
  const found = await findProgram('sh');
  expect(found).toMatch(/\/sh$/);
  await access(found ?? '');
  expect(await findProgram('no-such-program-anywhere')).toBeUndefined();
  expect(await findProgram('/no/such/program')).toBeUndefined();
  expect(await findProgram(process.execPath)).toBe(process.execPath);
});
