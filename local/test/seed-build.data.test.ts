import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../src/seed/build/dataset.ts';
import { factsOf } from '../src/seed/build/write.ts';
import { SEED_DATA_URL } from '../src/seed/read.ts';

describe('the data set in the project', () => {
  it('is what the conversion makes of the full corpora', async () => {
    const manifest: unknown = JSON.parse(await readFile(new URL('manifest.json', SEED_DATA_URL), 'utf8'));
    const dataset = await loadDataset();
    expect(Object.fromEntries(Object.entries(dataset).map(([name, rows]) => [name, factsOf(rows)]))).toEqual(manifest);
  });
});

describe('without VITRINA_DATA_DIR', () => {
  it('the conversion stops and names the variable', async () => {
    const directory = process.env.VITRINA_DATA_DIR;
    delete process.env.VITRINA_DATA_DIR;
    try {
      await expect(loadDataset()).rejects.toThrow(/VITRINA_DATA_DIR is not set/);
    } finally {
      process.env.VITRINA_DATA_DIR = directory;
    }
  });
});
