/** A grid of small pictures of one size in one file. */
export interface SpriteGrid {
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly count: number;
  /** Seconds from one picture to the next. */
  readonly intervalSeconds: number;
}

/** Most pictures of a storyboard: enough for a pixel-wide pointer, and a sprite of less than two megapixels. */
const mostTiles = 100;
const columns = 10;
/** Longer side of a picture. */
const tileSide = 160;
const everySeconds = 2;

/** Lays out a storyboard: a picture every two seconds, fewer for long videos, at least four for short ones. */
export const planSprite = (durationSeconds: number, width: number, height: number): SpriteGrid => {
  const count = Math.min(mostTiles, Math.max(4, Math.ceil(durationSeconds / everySeconds)));
  const scale = tileSide / Math.max(width, height);
  const side = (length: number) => Math.max(2, 2 * Math.round((length * scale) / 2));
  return {
    tileWidth: side(width),
    tileHeight: side(height),
    columns,
    count,
    intervalSeconds: Math.round((durationSeconds / count) * 1000) / 1000,
  };
};

/** `00:01:02.500` as WebVTT wants it. */
export const timestamp = (seconds: number): string => {
  const total = Math.max(0, Math.round(seconds * 1000));
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  const [hours, minutes, whole] = [total / 3_600_000, (total / 60_000) % 60, (total / 1000) % 60].map(Math.floor);
  return `${pad(hours ?? 0, 2)}:${pad(minutes ?? 0, 2)}:${pad(whole ?? 0, 2)}.${pad(total % 1000, 3)}`;
};

/** Where a picture lies in the sprite. */
export const tilePosition = ({ columns: across, tileWidth, tileHeight }: SpriteGrid, index: number) => ({
  left: (index % across) * tileWidth,
  top: Math.floor(index / across) * tileHeight,
});

/**
 * WebVTT with one cue per picture, whose text names a part of the sprite as a spatial media fragment (W3C Media Fragments
 * URI 1.0, § 4.2.2). The last cue ends with the video, so that no second of it is without a picture.
 */
export const storyboardVtt = (grid: SpriteGrid, sprite: string, durationSeconds: number): string => {
  const cues = Array.from({ length: grid.count }, (_, index) => {
    const from = index * grid.intervalSeconds;
    const to = index === grid.count - 1 ? Math.max(durationSeconds, from + 0.001) : from + grid.intervalSeconds;
    const { left, top } = tilePosition(grid, index);
    return `${timestamp(from)} --> ${timestamp(to)}\n${sprite}#xywh=${left},${top},${grid.tileWidth},${grid.tileHeight}`;
  });
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
};
