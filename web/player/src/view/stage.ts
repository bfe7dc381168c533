import type { Words } from '../locale/words.ts';
import type { Playback } from '../playback/playback.ts';

/** What every part of the player's surface is given. */
export interface Stage {
  readonly frame: HTMLElement;
  readonly playback: Playback;
  readonly words: Words;
  /** Ends with the player; every listener hangs on it. */
  readonly signal: AbortSignal;
}

/** Listens to several events of the video until the player ends. */
export const onVideo = ({ playback, signal }: Stage, types: readonly string[], handle: () => void): void => {
  for (const type of types) playback.video.addEventListener(type, handle, { signal });
};

/** Sets or takes away a data attribute that styles look at. */
export const mark = (element: HTMLElement, name: string, on: boolean): void => {
  element.toggleAttribute(`data-${name}`, on);
};

/** True when the viewer asked their system for less motion. */
export const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
