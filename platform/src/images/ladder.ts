import type { ImageFacts } from './contract.ts';

/** Widths pictures are rendered in; a browser needs about a third more pixels before the next one is worth its bytes. */
export const ladderWidths = [160, 320, 640, 960, 1280, 1920] as const;

/** Animations are costly to encode and to play, so they stop here. */
const widestAnimation = 640;

/** WebP cannot be taller (nor can GIF be much); very long pictures are rendered narrower. */
const tallest = 16_383;

export interface Rung {
  readonly width: number;
  readonly height: number;
}

type Size = Pick<ImageFacts, 'width' | 'height' | 'frames'>;

/** Height at that width, in the original's proportions; never nothing. */
const rungOf = (width: number, size: Size): Rung => ({
  width,
  height: Math.min(tallest, Math.max(1, Math.round((size.height * width) / size.width))),
});

/**
 * Sizes an image is rendered in, ascending. Nothing is enlarged: an original narrower than the ladder ends it with its
 * own width.
 */
export const planLadder = (size: Size): Rung[] => {
  const longLimit = Math.max(1, Math.floor((size.width * tallest) / size.height));
  const limit = Math.min(size.width, longLimit, size.frames > 1 ? widestAnimation : Math.max(...ladderWidths));
  const widths = ladderWidths.filter((width) => width < limit);
  return [...widths, limit].map((width) => rungOf(width, size));
};
