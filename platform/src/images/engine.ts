import sharp, { type Sharp, type SharpInput, type SharpOptions } from 'sharp';
import type { ImageLimits } from './contract.ts';

/**
 * Limits for photos people upload: any phone's camera passes, a decompression bomb does not. 64 megapixels are about
 * 256 MB while an image is turned, which is what one slot of a worker may take.
 */
export const photoLimits: ImageLimits = { maxPixels: 64_000_000, maxFrames: 300, minSide: 16, timeoutSeconds: 20 };

/** Loaders of libvips that take what strangers send. All others (SVG, PDF, camera formats) stay shut. */
const openLoaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map((name) => `VipsForeignLoad${name}`);

// For the whole process: one thread per operation, because workers run several operations side by side, and nothing
// kept between images, because the next one is another one.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: openLoaders });

/** A pipeline over a stranger's file: damaged files fail instead of coming out grey, and nothing runs without an end. */
export const openImage = (source: string | Buffer, limits: ImageLimits, options: SharpOptions = {}): Sharp =>
  sharp(source, {
    failOn: 'error',
    sequentialRead: true,
    limitInputPixels: limits.maxPixels,
    ...options,
  }).timeout({ seconds: limits.timeoutSeconds });

/** A pipeline over pixels this module decoded itself. */
export const openPixels = ({ data, width, height, channels }: Pixels): Sharp =>
  sharp(data as SharpInput, { raw: { width, height, channels } });

/** Decoded sRGB pixels, 8 bits per channel, without any metadata. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Runs a pipeline to raw pixels. */
export const toPixels = async (pipeline: Sharp): Promise<Pixels> => {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] };
};
