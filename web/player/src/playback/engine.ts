import type { Failure } from './problem.ts';

/** One quality that can be chosen. */
export interface Level {
  /** The engine's own number of it. */
  readonly index: number;
  /** Short side with a p, e.g. `540p`: the name its rendition has in the graph. */
  readonly name: string;
  readonly shortSide: number;
  readonly bitsPerSecond: number;
}

/** What an engine tells while it works. */
export interface EngineEvents {
  /** The choice is known. */
  readonly levels: (levels: readonly Level[]) => void;
  /** This level is on the screen now. */
  readonly level: (index: number) => void;
  /** Nothing more will come unless somebody acts. */
  readonly failed: (failure: Failure) => void;
}

/** Brings a playlist's media into a video element. */
export interface Engine {
  /** Fetch as much as playing needs; before this only what the first frame needs is fetched. */
  unleash(): void;
  /** A level by its index; -1 lets the engine choose by bandwidth. */
  choose(index: number): void;
  /** Try again where it stopped. */
  retry(): void;
  /** Second of the timeline that is live now; undefined when the engine does not know. */
  livePosition(): number | undefined;
  destroy(): void;
}

/** Name of a level by its size; sound alone has none. */
export const levelName = (width: number, height: number): string =>
  width > 0 && height > 0 ? `${Math.min(width, height)}p` : 'audio';
