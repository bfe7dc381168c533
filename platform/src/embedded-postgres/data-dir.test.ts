import { access, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresBinaries } from './binaries.ts';
import { assertSpaceFree, DataDirUnusable, prepareDataDir } from './data-dir.ts';

const binaries: PostgresBinaries = { postgres: '/nowhere', initdb: '/nowhere', major: '17', runAs: undefined };

describe('the data folder', () => {
  let home: string;
  let dataDir: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'data-dir-'));
    dataDir = join(home, 'postgres');
  });
  afterEach(() => rm(home, { recursive: true }));

  const plant = async (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(dataDir, path, '..'), { recursive: true });
      await writeFile(join(dataDir, path), text);
    }
  };
  const cluster = { PG_VERSION: '17\n', 'global/pg_control': '', 'base/1': '', 'pg_wal/1': '' };
  const refusal = () => prepareDataDir(binaries, dataDir).catch((error: unknown) => error);

  it('that is ours is used as it is, and closed to others', async () => {
    await plant(cluster);
    await writeFile(`${dataDir}.password`, 'the password');
    expect(await prepareDataDir(binaries, dataDir)).toBe('the password');
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['holds something else', { 'holiday.jpg': '' }, undefined, 'it holds something else'],
    ['is of another version', { ...cluster, PG_VERSION: '16' }, 'x', 'databases of PostgreSQL 16'],
    ['says no version', { ...cluster, PG_VERSION: '' }, 'x', 'PostgreSQL an unknown version'],
    ['is another market’s', cluster, undefined, 'lost its password'],
    ['is damaged', { PG_VERSION: '17', 'base/1': '', 'pg_wal/1': '' }, 'x', '"global/pg_control" is missing'],
  ])('that %s is refused, with what to do', async (_what, files, password, reason) => {
    await plant(files);
    if (password) await writeFile(`${dataDir}.password`, password);
    const error = await refusal();
    expect(error).toBeInstanceOf(DataDirUnusable);
    expect(String(error)).toContain(reason);
    expect(String(error)).toContain('VITRINA_DATA_HOME');
  });

  it('is not begun when it cannot be finished', async () => {
    expect(String(await prepareDataDir({ ...binaries, initdb: '/bin/false' }, dataDir).catch(String))).toContain(
      'exit 1',
    );
    await expect(access(dataDir)).rejects.toThrow();
    await expect(access(`${dataDir}.making`)).rejects.toThrow();
    await expect(assertSpaceFree(home, 2 ** 60)).rejects.toThrow(/MB free.*VITRINA_DATA_HOME/);
    await assertSpaceFree(home, 1);
  });
});
