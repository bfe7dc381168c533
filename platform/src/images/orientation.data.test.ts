import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { memoryObjects } from './fixtures/memory-objects.ts';
import { inspectImage, renderImage, sha256OfFile } from './index.ts';

const folder = resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'images-exif-orientation');

/** Small pixels of what a browser would show, so that compression does not count. */
const shownPixels = async (name: string) => {
  const path = join(folder, name);
  const { objects, bytesOf } = memoryObjects();
  const result = await renderImage({ objects, scope: 'test', path, sha256: await sha256OfFile(path) });
  if (!result.ok) throw new Error(`${name}: ${result.refusals[0].code}`);
  const { width, height, files } = result.value;
  const key = files.find((file) => file.format === 'WEBP' && file.width === 640)?.key ?? '';
  return { size: [width, height], pixels: await sharp(bytesOf(key)).resize(48, 48, { fit: 'fill' }).raw().toBuffer() };
};

it('shows all nine photos of the orientation series alike', async () => {
  const upright = await shownPixels('Portrait_1.jpg');
  for (const orientation of [0, 2, 3, 4, 5, 6, 7, 8]) {
    const { size, pixels } = await shownPixels(`Portrait_${orientation}.jpg`);
    expect(size, `Portrait_${orientation}`).toEqual(upright.size);
    const apart =
      pixels.reduce((sum, value, at) => sum + Math.abs(value - (upright.pixels[at] ?? 0)), 0) / pixels.length;
    expect(apart, `Portrait_${orientation}`).toBeLessThan(4);
  }
}, 300_000);

it('refuses a photo whose second half never arrived, and leaves no scratch', async () => {
  const whole = await readFile(join(folder, 'Portrait_6.jpg'));
  const scratch = await mkdtemp(join(tmpdir(), 'vitrina-images-'));
  try {
    expect((await inspectImage(whole.subarray(0, whole.length >> 1))).ok).toBe(true);
    const path = join(scratch, 'half');
    const { objects, stored } = memoryObjects();
    await writeFile(path, whole.subarray(0, whole.length >> 1));
    const result = await renderImage({ objects, scope: 'test', path, sha256: await sha256OfFile(path) });
    expect([result.ok ? 'shown' : result.refusals[0].code, stored.size]).toEqual(['CORRUPT_IMAGE', 0]);
  } finally {
    await rm(scratch, { recursive: true });
  }
});
