import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { postgresFolder } from './data-home.ts';
import { keptOnce } from './kept.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vitrina-home-'));
  await chmod(home, 0o755);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(home, { recursive: true });
});
const as = (uid: number) => void vi.spyOn(process, 'getuid').mockReturnValue(uid);

describe('where the databases lie', () => {
  it('is inside the data home for an ordinary person, however closed that is', async () => {
    as(1_000);
    await chmod(home, 0o700);
    expect(await postgresFolder(home)).toBe(join(home, 'postgres'));
  });

  it('is inside it as root too where the server’s own user may enter', async () => {
    as(0);
    expect(await postgresFolder(join(home, 'not', 'there', 'yet'))).toBe(join(home, 'not', 'there', 'yet', 'postgres'));
  });

  it.each([['the data home'], ['a folder above it']])('is elsewhere as root when %s is closed', async (which) => {
    as(0);
    const inner = join(home, 'project', 'market');
    await mkdir(inner, { recursive: true });
    await chmod(which === 'the data home' ? inner : join(home, 'project'), 0o700);
    expect(await postgresFolder(inner)).toMatch(/^\/var\/lib\/vitrina-[0-9a-f]{8}\/postgres$/);
  });

  it('is the same place for the same data home, and another one for another', async () => {
    as(0);
    await chmod(home, 0o700);
    const [first, again, other] = [join(home, 'a'), join(home, 'a'), join(home, 'b')].map(postgresFolder);
    expect(await first).toBe(await again);
    expect(await first).not.toBe(await other);
  });
});

describe('what is kept since the first start', () => {
  it('is made once, whatever it would be later, for its owner alone to read', async () => {
    const path = join(home, 'keys.json');
    let made = 0;
    const make = () => {
      made += 1;
      return `value ${made}`;
    };
    expect(await keptOnce(path, make)).toBe('value 1');
    expect(await keptOnce(path, make)).toBe('value 1');
    expect(made).toBe(1);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is not made where it cannot be read: that is told', async () => {
    await mkdir(join(home, 'keys.json'));
    await expect(keptOnce(join(home, 'keys.json'), () => 'value')).rejects.toThrow('EISDIR');
  });
});
