import { ok, type Result } from '../result/index.ts';
import type { ImageLimits, ImageRefusal } from './contract.ts';
import { decodeStill, encodeStill, scaleTo } from './encode.ts';
import { photoLimits } from './engine.ts';
import { inspectImage } from './inspect.ts';
import { makePreview } from './preview.ts';
import { decoding } from './refusals.ts';

/** One size of a picture: WebP, upright, without metadata. */
export interface ShrunkFile {
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

/** A picture in the sizes that were asked for, in their order, with what is shown before it is there. */
export interface ShrunkImage {
  readonly files: readonly ShrunkFile[];
  readonly thumbhash: string;
  readonly dominantColor: string;
}

const fitInto = (width: number, height: number, side: number) => {
  const factor = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
};

/**
 * Renders a picture that is not for everybody: nothing is stored here and nothing shared by content, the caller puts the
 * bytes where only those who may see them get them. Each side is the longest one, in pixels; nothing is enlarged.
 * Animations give their first frame. The same files are refused, and for the same reasons, as by `renderImage`.
 */
export const shrinkImage = async (
  path: string,
  sides: readonly number[],
  limits: ImageLimits = photoLimits,
): Promise<Result<ShrunkImage, ImageRefusal>> => {
  const inspected = await inspectImage(path, limits);
  if (!inspected.ok) return inspected;
  const { width, height } = inspected.value;
  return decoding(limits, async () => {
    const pixels = await decodeStill(path, limits, fitInto(width, height, Math.max(...sides)));
    const files: ShrunkFile[] = [];
    for (const side of sides) {
      const scaled = await scaleTo(pixels, fitInto(width, height, side));
      files.push({ width: scaled.width, height: scaled.height, bytes: await encodeStill(scaled, 'WEBP') });
    }
    return ok({ files, ...(await makePreview(pixels)) });
  });
};
