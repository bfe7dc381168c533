import sharp from 'sharp';
import { thumbHashToRGBA } from 'thumbhash';
import { expect, it } from 'vitest';
import { dominantColour, makePreview } from './preview.ts';

const pixels = (...colours: [number, number, number, number][]) => new Uint8Array(colours.flat());

it('names the coloured thing, not the white it lies on', () => {
  const onWhite = pixels(
    ...Array.from({ length: 80 }, (): [number, number, number, number] => [255, 255, 255, 255]),
    ...Array.from({ length: 20 }, (): [number, number, number, number] => [200, 32, 16, 255]),
  );
  expect(dominantColour(onWhite)).toBe('#c82010');
});

it('does not count what is transparent', () => {
  expect(dominantColour(pixels([200, 0, 0, 0], [10, 10, 10, 255]))).toBe('#0a0a0a');
  expect(dominantColour(pixels([200, 0, 0, 0]))).toBe('#ffffff');
});

it('hashes to at most 25 bytes that paint the picture again, roughly', async () => {
  const data = await sharp({ create: { width: 300, height: 150, channels: 3, background: '#2060c0' } })
    .raw()
    .toBuffer();
  const { thumbhash, dominantColor } = await makePreview({ data, width: 300, height: 150, channels: 3 });
  const hash = Buffer.from(thumbhash, 'base64');
  expect(hash.length).toBeLessThanOrEqual(25);
  const { w, h, rgba } = thumbHashToRGBA(hash);
  expect(w / h).toBeGreaterThan(1.5);
  expect(Math.abs((rgba[2] ?? 0) - 0xc0)).toBeLessThan(20);
  expect(dominantColor).toBe('#2060c0');
});
