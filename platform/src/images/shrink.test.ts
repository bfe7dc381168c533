import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pngBomb } from './fixtures/hostile.ts';
import { shrinkImage } from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-shrink-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = async (name: string, bytes: Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};

it('gives each size upright, without the place it was taken at, and enlarges nothing', async () => {
  const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#cc2020' } })
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const shrunk = await shrinkImage(await fileOf('photo.jpg', photo), [2_048, 100]);
  if (!shrunk.ok) throw new Error(shrunk.refusals[0].code);
  const { files, dominantColor } = shrunk.value;
  expect(files.map(({ width, height }) => [width, height])).toEqual([
    [200, 400],
    [50, 100],
  ]);
  const metadata = await sharp(files[0]?.bytes).metadata();
  expect(metadata).toMatchObject({ format: 'webp', width: 200, height: 400 });
  expect([metadata.exif, metadata.orientation, metadata.icc]).toEqual([undefined, undefined, undefined]);
  expect(dominantColor).toMatch(/^#c/);
});

it('refuses a bomb by its header and a file cut short', async () => {
  const bomb = await shrinkImage(await fileOf('bomb.png', pngBomb(50_000, 50_000)), [320]);
  expect(bomb).toMatchObject({ ok: false, refusals: [{ code: 'TOO_MANY_PIXELS' }] });
  const whole = await sharp({
    create: {
      width: 300,
      height: 300,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 99, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();
  const cut = await shrinkImage(await fileOf('cut.jpg', whole.subarray(0, whole.length / 2)), [320]);
  expect(cut).toMatchObject({ ok: false, refusals: [{ code: 'CORRUPT_IMAGE' }] });
});
