import { type Result, refuse } from '../result/index.ts';
import type { ImageLimits, ImageRefusal, ImageRefusalCode } from './contract.ts';

const sentences: Record<ImageRefusalCode, (limits: ImageLimits) => string> = {
  UNSUPPORTED_IMAGE_TYPE: () =>
    'The file is not an image we can read, whatever its name says; send JPEG, PNG, WebP, GIF, AVIF or TIFF.',
  CORRUPT_IMAGE: () => 'The image is damaged or cut off; open it, save it again and send the new file.',
  TOO_MANY_PIXELS: ({ maxPixels }) =>
    `The image has more than ${Math.floor(maxPixels / 1_000_000)} megapixels (all frames together); send a smaller one.`,
  TOO_MANY_FRAMES: ({ maxFrames }) =>
    `The animation has more than ${maxFrames} frames; shorten it or upload it as a video.`,
  IMAGE_TOO_SMALL: ({ minSide }) => `The image is below ${minSide} pixels on one side; send a larger one.`,
};

/** A refusal with the sentence for the person who sent the file. */
export const imageRefusal = (
  code: ImageRefusalCode,
  limits: ImageLimits,
  field: readonly string[] = [],
): ImageRefusal => ({
  __typename: 'PlainUserError',
  code,
  field,
  message: sentences[code](limits),
});

/** Troubles of this machine rather than of the file: repeating helps, refusing would be wrong. */
const oursAlone = /missing|No such file|No space left|Too many open files|unable to (open|write)|out of memory/i;

const codeOf = (message: string): ImageRefusalCode => {
  if (/exceeds pixel limit|exceeds limit/i.test(message)) return 'TOO_MANY_PIXELS';
  if (/unsupported image format|Unsupported (codec|feature)|not supported|compression|bits per sample/i.test(message))
    return 'UNSUPPORTED_IMAGE_TYPE';
  return 'CORRUPT_IMAGE';
};

/**
 * Runs work that reads a stranger's file: what libvips complains of becomes a refusal, because the same bytes fail every
 * time. A decode that runs out of time counts as damaged. Troubles of this machine are thrown on.
 */
export const decoding = async <T>(
  limits: ImageLimits,
  work: () => Promise<Result<T, ImageRefusal>>,
): Promise<Result<T, ImageRefusal>> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || 'errno' in error || oursAlone.test(error.message)) throw error;
    return refuse(imageRefusal(codeOf(error.message), limits));
  }
};
