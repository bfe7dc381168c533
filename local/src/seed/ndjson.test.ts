import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readNdjson } from './ndjson.ts';

const row = z.strictObject({ n: z.int() });
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vitrina-ndjson-'));
});
afterAll(() => rm(directory, { recursive: true }));

const write = async (name: string, bytes: Buffer): Promise<URL> => {
  const path = join(directory, name);
  await writeFile(path, bytes);
  return pathToFileURL(path);
};

const read = async (file: URL): Promise<number[]> => {
  const all: number[] = [];
  for await (const { n } of readNdjson(file, row)) all.push(n);
  return all;
};

const numbers = Array.from({ length: 50_000 }, (_, n) => n);
const ndjson = gzipSync(numbers.map((n) => JSON.stringify({ n })).join('\n'));

describe('readNdjson', () => {
  it('gives every row in order across chunks, with or without a last line feed', async () => {
    expect(await read(await write('whole.gz', ndjson))).toEqual(numbers);
    expect(await read(await write('feed.gz', gzipSync('{"n":1}\n{"n":2}\n')))).toEqual([1, 2]);
  });

  it('fails for a missing file instead of waiting', async () => {
    await expect(read(pathToFileURL(join(directory, 'absent.gz')))).rejects.toThrow(/ENOENT/);
  });

  it('fails for a file that was cut off', async () => {
    await expect(read(await write('cut.gz', ndjson.subarray(0, 20_000)))).rejects.toThrow(/unexpected end of file/);
  });

  it('names file and line of a row that does not parse', async () => {
    await expect(read(await write('bad.gz', gzipSync('{"n":1}\n{"n":"two"}\n')))).rejects.toThrow(/bad\.gz:2:/);
  });
});
