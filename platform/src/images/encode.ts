import type { ImageFacts, ImageFormat, ImageLimits } from './contract.ts';
import { openImage, openPixels, type Pixels, toPixels } from './engine.ts';
import type { Rung } from './ladder.ts';

const white = { r: 255, g: 255, b: 255 };

/** Settings of each encoder; another setting wants other keys, because a key's bytes never change. */
const settings = {
  webp: { quality: 80, effort: 4 },
  animatedWebp: { quality: 75, effort: 2 },
  jpeg: { quality: 82, progressive: true },
  // Effort 2 comes within a tenth of the size of effort 4 in a third of its time.
  avif: { quality: 55, effort: 2 },
  gif: { effort: 4 },
} as const;

/**
 * Decodes an original once, no wider than its widest rung: orientation applied, colours in sRGB by its own profile, 8
 * bits. Everything a still is rendered to comes from these pixels, so no metadata can come along. A profile that is
 * none is left aside, as browsers do.
 */
export const decodeStill = async (
  source: string | Buffer,
  limits: ImageLimits,
  { width, height }: Rung,
): Promise<Pixels> => {
  const decode = (ignoreIcc: boolean) =>
    toPixels(
      openImage(source, limits, { ignoreIcc })
        .autoOrient()
        .resize({ width, height, fit: 'fill', withoutEnlargement: true })
        .toColourspace('srgb'),
    );
  try {
    return await decode(false);
  } catch (error) {
    if (error instanceof Error && /VipsIcc/.test(error.message)) return decode(true);
    throw error;
  }
};

/** Scales decoded pixels down to one rung. */
export const scaleTo = (pixels: Pixels, { width, height }: Rung): Promise<Pixels> =>
  pixels.width === width && pixels.height === height
    ? Promise.resolve(pixels)
    : toPixels(openPixels(pixels).resize({ width, height, fit: 'fill' }));

/** Encodes pixels as they are; JPEG has no transparency, so it is laid on white. */
export const encodeStill = (pixels: Pixels, format: Exclude<ImageFormat, 'GIF'>): Promise<Buffer> => {
  const pipeline = openPixels(pixels);
  if (format === 'WEBP') return pipeline.webp(settings.webp).toBuffer();
  if (format === 'AVIF') return pipeline.avif(settings.avif).toBuffer();
  return pipeline.flatten({ background: white }).jpeg(settings.jpeg).toBuffer();
};

/** Renders one rung of an animation, all frames with their times. */
export const encodeAnimation = (
  source: string | Buffer,
  limits: ImageLimits,
  { width, height }: Rung,
  format: 'WEBP' | 'GIF',
): Promise<Buffer> => {
  const pipeline = openImage(source, limits, { animated: true }).resize({ width, height, fit: 'fill' });
  return format === 'WEBP' ? pipeline.webp(settings.animatedWebp).toBuffer() : pipeline.gif(settings.gif).toBuffer();
};

/** Formats rendered at once and those that follow, for a still or an animation. */
export const formatsOf = ({ frames }: Pick<ImageFacts, 'frames'>, stage: 'quick' | 'late'): ImageFormat[] => {
  if (stage === 'quick') return ['WEBP', 'JPEG'];
  return frames > 1 ? ['GIF'] : ['AVIF'];
};
