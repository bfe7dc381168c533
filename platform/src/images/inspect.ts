import type { Metadata } from 'sharp';
import { ok, type Result, refuse } from '../result/index.ts';
import type { ImageFacts, ImageLimits, ImageRefusal } from './contract.ts';
import { openImage, photoLimits } from './engine.ts';
import { decoding, imageRefusal } from './refusals.ts';

const contentTypes: Readonly<Record<string, ImageFacts['contentType']>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  tiff: 'image/tiff',
};

/** By what libvips finds in the bytes; AVIF shares its container with HEIC, which we cannot decode. */
const contentTypeOf = ({ format, compression }: Metadata): ImageFacts['contentType'] | undefined => {
  if (format === 'heif') return compression === 'hevc' ? undefined : 'image/avif';
  return contentTypes[format ?? ''];
};

/** Only GIF and WebP are kept animated; further pages of other formats are not frames of the picture. */
const framesOf = ({ format, pages }: Metadata): number =>
  format === 'gif' || format === 'webp' ? Math.max(1, pages ?? 1) : 1;

const judge = (metadata: Metadata, limits: ImageLimits): Result<ImageFacts, ImageRefusal> => {
  const contentType = contentTypeOf(metadata);
  if (!contentType) return refuse(imageRefusal('UNSUPPORTED_IMAGE_TYPE', limits));
  const frames = framesOf(metadata);
  if (frames > limits.maxFrames) return refuse(imageRefusal('TOO_MANY_FRAMES', limits));
  const { width, height } = metadata.autoOrient;
  if (width * height * frames > limits.maxPixels) return refuse(imageRefusal('TOO_MANY_PIXELS', limits));
  if (Math.min(width, height) < limits.minSide) return refuse(imageRefusal('IMAGE_TOO_SMALL', limits));
  // A frame that stands on its side cannot be turned within an animation: its first frame is shown as a still.
  const turned = (metadata.orientation ?? 1) > 1;
  return ok({ contentType, width, height, frames: turned ? 1 : frames, hasAlpha: metadata.hasAlpha });
};

/**
 * Reads an image's header: what it is by its content (never by its name) and how large it would be decoded. Nothing is
 * decoded, so a bomb is refused before it costs memory. A file that passes may still turn out damaged.
 */
export const inspectImage = (
  source: string | Buffer,
  limits: ImageLimits = photoLimits,
): Promise<Result<ImageFacts, ImageRefusal>> =>
  decoding(limits, async () => {
    const metadata = await openImage(source, limits, { limitInputPixels: false }).metadata();
    return judge(metadata, limits);
  });
