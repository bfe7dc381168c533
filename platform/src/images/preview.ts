import { rgbaToThumbHash } from 'thumbhash';
import { openPixels, type Pixels, toPixels } from './engine.ts';

/** The format allows no more. */
const thumbSide = 100;
const opaque = 128;

/** Colours that differ by less than this many steps of 256 count as one. */
const binShift = 4;

const hex = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

/** How much one pixel counts: a coloured one says more of a picture than the white or grey it lies on. */
const weightOf = (red: number, green: number, blue: number): number => {
  const chroma = Math.max(red, green, blue) - Math.min(red, green, blue);
  return 1 + (chroma * chroma) / 128;
};

/** The colour that stands out among RGBA pixels, as `#rrggbb`; white where everything is transparent. */
export const dominantColour = (rgba: Uint8Array): string => {
  const bins = new Map<number, { weight: number; count: number; sum: [number, number, number] }>();
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha < opaque) continue;
    const key = ((red >> binShift) << 8) | ((green >> binShift) << 4) | (blue >> binShift);
    const bin = bins.get(key) ?? { weight: 0, count: 0, sum: [0, 0, 0] };
    bin.weight += weightOf(red, green, blue);
    bin.count += 1;
    bin.sum = [bin.sum[0] + red, bin.sum[1] + green, bin.sum[2] + blue];
    bins.set(key, bin);
  }
  const [first] = [...bins.values()].sort((left, right) => right.weight - left.weight);
  if (!first) return '#ffffff';
  return `#${first.sum.map((total) => hex(total / first.count)).join('')}`;
};

/** What is shown before the picture is there: a thumbhash (base64, at most 25 bytes) and a colour. */
export const makePreview = async (pixels: Pixels): Promise<{ thumbhash: string; dominantColor: string }> => {
  const thumb = await toPixels(
    openPixels(pixels)
      .resize({ width: thumbSide, height: thumbSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha(),
  );
  const hash = rgbaToThumbHash(thumb.width, thumb.height, thumb.data);
  return { thumbhash: Buffer.from(hash).toString('base64'), dominantColor: dominantColour(thumb.data) };
};
