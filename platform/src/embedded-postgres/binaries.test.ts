import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOnce, isTraversable } from './binaries.ts';

describe('the server programs', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'binaries-'));
    await mkdir(join(folder, 'from', 'bin'), { recursive: true });
    await writeFile(join(folder, 'from', 'bin', 'postgres'), 'program');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are copied once, whole, by however many start at the same time', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await Promise.all([copyOnce(from, to), copyOnce(from, to), copyOnce(from, to)]);
    expect(await readFile(join(to, 'bin', 'postgres'), 'utf8')).toBe('program');
    expect((await readdir(folder)).sort()).toEqual(['from', 'to']);
    await rm(from, { recursive: true });
    await copyOnce(from, to);
  });

  it('that cannot be copied leave nothing half', async () => {
    const to = join(folder, 'to');
    await expect(copyOnce(join(folder, 'nowhere'), to)).rejects.toThrow(/ENOENT/);
    await expect(access(to)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['from']);
  });

  it('are copied out of folders that others may not enter', async () => {
    expect(await isTraversable('/')).toBe(true);
    expect(await isTraversable(folder)).toBe(false);
  });
});
