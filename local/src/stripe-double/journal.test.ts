import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Journal } from './journal.ts';

let home: string;
let directory: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'journal-'));
  directory = home;
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function reopened(): Promise<unknown[]> {
  const { journal, entries } = await Journal.open(directory);
  await journal.close();
  return entries;
}

test('what was flushed is read back in order', async () => {
  directory = join(home, 'made', 'here');
  const { journal, entries } = await Journal.open(directory);
  expect(entries).toEqual([]);
  for (let index = 0; index < 1_000; index++) journal.append({ index, text: 'line\nbreak "quoted" €' });
  await journal.flushed();
  await journal.close();
  expect(await reopened()).toEqual(
    Array.from({ length: 1_000 }, (_, index) => ({ index, text: 'line\nbreak "quoted" €' })),
  );
});

test('many waiters share a sync, and each sees its own line on the disk', async () => {
  const { journal } = await Journal.open(directory);
  await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      journal.append({ index });
      await journal.flushed();
      const text = await readFile(join(directory, 'journal.jsonl'), 'utf8');
      expect(text).toContain(`{"index":${index}}\n`);
    }),
  );
  await journal.close();
});

test('a torn last line is dropped, a broken line before it is not accepted', async () => {
  await writeFile(join(directory, 'journal.jsonl'), '{"a":1}\n{"b":2}\n{"c":');
  expect(await reopened()).toEqual([{ a: 1 }, { b: 2 }]);
  await writeFile(join(directory, 'journal.jsonl'), '{"a":1}\n{"b":\n{"c":3}\n');
  await expect(Journal.open(directory)).rejects.toThrow();
});

test('compacting replaces the history and goes on appending', async () => {
  const { journal } = await Journal.open(directory);
  for (let index = 0; index < 50; index++) journal.append({ index });
  await journal.flushed();
  await journal.compact([{ all: 50 }]);
  journal.append({ index: 50 });
  await journal.close();
  expect(await reopened()).toEqual([{ all: 50 }, { index: 50 }]);
  expect(await readdir(directory)).toEqual(['journal.jsonl']);
});
