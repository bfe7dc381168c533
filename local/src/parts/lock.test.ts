import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DataHomeTaken, lockDataHome, takeLock } from './lock.ts';

/** Whoever runs these tests outlives them. */
const living = process.ppid;
let dead: number;
let home: string;
beforeAll(async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  dead = child.pid ?? 0;
});
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vitrina-lock-'));
});
afterEach(() => rm(home, { recursive: true }));

const path = () => join(home, 'books.pid');
const take = () => takeLock(path(), (pid) => new Error(`held by ${pid}`));
const outcome = () =>
  take().then(
    () => 'taken',
    (error: Error) => error.message,
  );

describe('a lock on a folder', () => {
  it('names its holder, leaves nothing else there, and is gone when it is given back', async () => {
    const lock = await take();
    expect(await readdir(home)).toEqual(['books.pid']);
    expect((await readFile(path(), 'utf8')).split(' ')[0]).toBe(String(process.pid));
    await lock.release();
    expect(await readdir(home)).toEqual([]);
    await lock.release();
  });

  it('is refused while its holder lives, which keeps it', async () => {
    await writeFile(path(), String(living));
    expect(await outcome()).toBe(`held by ${living}`);
    expect(await readFile(path(), 'utf8')).toBe(String(living));
    expect(await readdir(home)).toEqual(['books.pid']);
  });

  it.each<[string, () => string]>([
    ['a process that is gone', () => String(dead)],
    ['a process that is gone, with the time it began', () => `${dead} 12345`],
    ['this process in an earlier life, as in a container where every market is process 1', () => `${process.pid} 1`],
    ['nobody: the file says something else', () => 'market'],
    ['nobody: no process has this number', () => '-1 12'],
    ['nobody: 0 would be everybody', () => '0'],
  ])('of %s is taken over', async (_whose, content) => {
    await writeFile(path(), content());
    expect(await outcome()).toBe('taken');
    expect((await readFile(path(), 'utf8')).split(' ')[0]).toBe(String(process.pid));
    expect(await readdir(home)).toEqual(['books.pid']);
  });

  it('of a process whose number was given to somebody else is taken over where that can be told', async () => {
    await writeFile(path(), `${living} 1`);
    // Only Linux says when a process began.
    expect(await outcome()).toBe(process.platform === 'linux' ? 'taken' : `held by ${living}`);
  });

  it('is taken over also when a start that did so was killed in the middle', async () => {
    const stale = `${dead} 7`;
    const claim = `${path()}.${createHash('sha256').update(stale).digest('hex').slice(0, 8)}`;
    await writeFile(path(), stale);
    await writeFile(claim, `${dead} 8`);
    expect(await outcome()).toBe('taken');
    expect(await readdir(home)).toEqual(['books.pid']);
  });

  it('waits for a living start that is taking it over, and is refused when that one keeps on', async () => {
    const stale = `${dead} 7`;
    const claim = `${path()}.${createHash('sha256').update(stale).digest('hex').slice(0, 8)}`;
    await writeFile(path(), stale);
    await writeFile(claim, String(living));
    const waiting = outcome();
    await writeFile(path(), String(living));
    expect(await waiting).toBe(`held by ${living}`);
  });

  it('needs a folder that is there', async () => {
    await expect(takeLock(join(home, 'none', 'books.pid'), () => new Error('held'))).rejects.toThrow('ENOENT');
  });
});

describe('the data home of a market', () => {
  it('is made when it is not there yet', async () => {
    const folder = join(home, 'a', 'b');
    const lock = await lockDataHome(folder);
    expect(await readdir(folder)).toEqual(['market.pid']);
    await lock.release();
  });

  it('that is taken is told with the folder, the process and what to set', async () => {
    await writeFile(join(home, 'market.pid'), String(living));
    const refused = lockDataHome(home);
    await expect(refused).rejects.toThrow(DataHomeTaken);
    await expect(refused).rejects.toThrow(
      `A market already runs over "${home}" (process ${living}). Stop it, or set VITRINA_DATA_HOME`,
    );
  });
});
