import type { Refusal } from '../result/index.ts';

/** Formats an image is served in; browsers pick by `<source type>`. */
export type ImageFormat = 'AVIF' | 'WEBP' | 'JPEG' | 'GIF';

/** Why a file is not taken as an image; each has a sentence for the person who sent it (see `imageRefusal`). */
export type ImageRefusalCode =
  | 'UNSUPPORTED_IMAGE_TYPE'
  | 'CORRUPT_IMAGE'
  | 'TOO_MANY_PIXELS'
  | 'TOO_MANY_FRAMES'
  | 'IMAGE_TOO_SMALL';

/** A refusal of a file that is not an image we can show. */
export interface ImageRefusal extends Refusal {
  readonly code: ImageRefusalCode;
}

/** How much of an image is taken. Pixels are counted over all frames, because that is what has to be decoded. */
export interface ImageLimits {
  readonly maxPixels: number;
  readonly maxFrames: number;
  /** Shortest side, in pixels, that is still a picture. */
  readonly minSide: number;
  /** Longest a single decode or encode may take. */
  readonly timeoutSeconds: number;
}

/** Types an original may have, decided by content: what an upload of an image accepts. */
export const imageContentTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
] as const;
export type ImageContentType = (typeof imageContentTypes)[number];

/** What is known of an original once orientation is applied. */
export interface ImageFacts {
  readonly contentType: ImageContentType;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly hasAlpha: boolean;
}

/** One derived file in the public bucket. */
export interface RenderedImage {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  readonly key: string;
  readonly sizeBytes: number;
}

/** What a context stores of an image that went through the pipeline (one jsonb column will do). */
export interface ProcessedImage {
  /** SHA-256 of the original, hex: derived keys are `img/<context>/<sha256[0:2]>/<sha256>/<width>.<ext>`. */
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** Base64 of the thumbhash (≤ 25 bytes). */
  readonly thumbhash: string;
  /** `#rrggbb`. */
  readonly dominantColor: string;
  /** Ascending by width within a format; AVIF files are added when they are done. */
  readonly files: readonly RenderedImage[];
}
