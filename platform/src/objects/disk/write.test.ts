import { mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Layout, layoutOf } from './layout.ts';
import { readTrailer } from './trailer.ts';
import { adoptObject, writeNewObject, writeObject } from './write.ts';

const description = {
  contentType: 'text/plain',
  cacheControl: 'private',
  modifiedAt: new Date('2026-01-01T00:00:00Z'),
};

describe('an object on disk', () => {
  let layout: Layout;
  beforeEach(async () => {
    layout = layoutOf(await mkdtemp(join(tmpdir(), 'objects-')));
  });
  afterEach(() => rm(layout.root, { recursive: true }));

  const drafts = () => readdir(layout.drafts('private'));
  const trailerOf = async (key: string) => {
    const file = await open(layout.object('private', key));
    return readTrailer(file).finally(() => file.close());
  };

  it('is its bytes with their description behind', async () => {
    const trailer = await writeObject(layout, 'private', 'a/b', Readable.from(['some ', 'text']), description);
    expect(trailer).toMatchObject({ ...description, sizeBytes: 9 });
    expect(await trailerOf('a/b')).toEqual(trailer);
    expect((await readFile(layout.object('private', 'a/b'), 'utf8')).slice(0, 9)).toBe('some text');
    expect(await drafts()).toEqual([]);
  });

  it('that is there already stays, and nothing is left of the other', async () => {
    expect(await writeNewObject(layout, 'private', 'a', Buffer.from('first'), description)).toBeDefined();
    expect(await writeNewObject(layout, 'private', 'a', Buffer.from('second'), description)).toBeUndefined();
    expect((await trailerOf('a')).sizeBytes).toBe(5);
    expect(await drafts()).toEqual([]);
  });

  it('that cannot be put in its place leaves nothing', async () => {
    await mkdir(layout.bucket('private'), { recursive: true });
    await writeFile(layout.folder('private', 'in-the-way'), '');
    for (const write of [writeObject, writeNewObject])
      await expect(write(layout, 'private', 'in-the-way/a', Buffer.from('x'), description)).rejects.toThrow();
    expect(await drafts()).toEqual([]);
  });

  it('whose source breaks leaves nothing', async () => {
    const broken = Readable.from(
      (async function* () {
        yield 'begun';
        throw new Error('The sender hung up.');
      })(),
    );
    await expect(writeObject(layout, 'private', 'a', broken, description)).rejects.toThrow('hung up');
    expect(await drafts()).toEqual([]);
  });

  it('takes over a finished file, and what a crash left behind its bytes is cut off', async () => {
    const path = join(layout.drafts('private'), 'upload');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'twelve bytes and half a description');
    expect(await adoptObject(layout, 'private', 'video', { path, sizeBytes: 12 }, description)).toBe(true);
    expect((await trailerOf('video')).sizeBytes).toBe(12);
    await writeFile(path, 'twelve bytes');
    expect(await adoptObject(layout, 'private', 'video', { path, sizeBytes: 12 }, description)).toBe(false);
  });

  it('that was cut or is not ours is known as such', async () => {
    await writeObject(layout, 'private', 'a', Buffer.from('some text'), description);
    const path = layout.object('private', 'a');
    const whole = await readFile(path);
    await truncate(path, whole.length - 1);
    await expect(trailerOf('a')).rejects.toThrow('does not end as one');
    await writeFile(path, whole.subarray(1));
    await expect(trailerOf('a')).rejects.toThrow('another size');
    await writeFile(path, '');
    await expect(trailerOf('a')).rejects.toThrow('does not end as one');
  });
});
