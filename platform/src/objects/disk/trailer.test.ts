import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeTrailer, readTrailer, type Trailer } from './trailer.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-trailer-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const trailerOf = (sizeBytes: number): Trailer => ({
  contentType: 'image/png',
  cacheControl: 'private, max-age=300',
  etag: 'abc',
  sizeBytes,
  modifiedAt: new Date('2026-01-15T12:00:00.123Z'),
});

/** Reads what a file with these bytes says of itself. */
const readFrom = async (bytes: Buffer): Promise<Trailer> => {
  const path = join(folder, 'object');
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    return await readTrailer(file);
  } finally {
    await file.close();
  }
};

describe('what a stored file says of itself', () => {
  it.each([0, 1, 500, 1_024, 1_025, 300_000])('stands behind its %i bytes', async (size) => {
    const trailer = trailerOf(size);
    expect(await readFrom(Buffer.concat([Buffer.alloc(size, 'VTRN'), encodeTrailer(trailer)]))).toEqual(trailer);
  });

  it('may leave out how long it is kept', async () => {
    const { cacheControl: _unsaid, ...trailer } = trailerOf(3);
    expect(await readFrom(Buffer.concat([Buffer.from('abc'), encodeTrailer(trailer)]))).toEqual(trailer);
  });

  const whole = Buffer.concat([Buffer.from('abc'), encodeTrailer(trailerOf(3))]);
  it.each<[string, Buffer]>([
    ['is empty', Buffer.alloc(0)],
    ['is shorter than any description', Buffer.from('VTRN')],
    ['is somebody else’s', Buffer.from('%PDF-1.7 and more of it')],
    ['lost its last byte', whole.subarray(0, -1)],
    ['lost its first byte', whole.subarray(1)],
    ['lost its middle', Buffer.concat([whole.subarray(0, 2), whole.subarray(3)])],
    ['got something in front', Buffer.concat([Buffer.from('x'), whole])],
    ['got something behind', Buffer.concat([whole, Buffer.from('\n')])],
    [
      'ends as one of ours and is none',
      Buffer.concat([Buffer.from('abc{}'), Buffer.from([0, 0, 0, 2]), Buffer.from('VTRN')]),
    ],
    ['says a length that goes nowhere', Buffer.concat([Buffer.from([255, 255, 255, 255]), Buffer.from('VTRN')])],
  ])('is not believed of one that %s', async (_what, bytes) => {
    await expect(readFrom(bytes)).rejects.toThrow();
  });

  it('is written only when it fits where it is looked for', () => {
    expect(() => encodeTrailer({ ...trailerOf(1), contentType: 'x'.repeat(1_100) })).toThrow(/less than 1 KiB/);
  });
});
