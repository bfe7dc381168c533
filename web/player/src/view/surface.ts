import type { Words } from '../locale/words.ts';
import { createPlayback, type Playback, reachable } from '../playback/playback.ts';
import type { ProductTag } from '../source.ts';
import { type Captions, createCaptions } from './captions.ts';
import { createControls } from './controls.ts';
import { toggleFullscreen } from './fullscreen.ts';
import { h } from './h.ts';
import { icon } from './icons.ts';
import { type Command, commandOf, type FocusPlace } from './keyboard.ts';
import { createNotice } from './notice.ts';
import { createPoster, type PosterLayer } from './poster.ts';
import { createProductTags, type ProductTags } from './product-tags.ts';
import { mark, onVideo, type Stage } from './stage.ts';

/** Everything that is seen of a player. */
export interface Surface {
  readonly frame: HTMLElement;
  readonly playback: Playback;
  readonly poster: PosterLayer;
  readonly tags: ProductTags;
  /** Shown and read out as the name of the player. */
  name(title: string): void;
  destroy(): void;
}

/** Controls leave the picture this long after the last movement. */
const idleAfterMs = 2_500;

const createBigButton = ({ playback, words }: Stage): HTMLElement =>
  h(
    'button',
    {
      class: 'big',
      part: 'big-play-button',
      attributes: { type: 'button', 'aria-label': words.play },
      onclick: () => playback.play(),
    },
    icon('play'),
  );

/** Styles look at these marks: begun, waiting, ended, live. */
const followState = (stage: Stage): void => {
  const { frame, playback } = stage;
  const { video } = playback;
  playback.onChange((change) => {
    if (change === 'opened') {
      mark(frame, 'begun', false);
      mark(frame, 'live', playback.source?.live ?? false);
    }
    if (change === 'wanted') mark(frame, 'waiting', true);
    if (change === 'problem' && playback.problem) mark(frame, 'waiting', false);
  });
  onVideo(stage, ['playing'], () => mark(frame, 'begun', true));
  onVideo(stage, ['playing', 'canplay', 'pause', 'seeked'], () => mark(frame, 'waiting', false));
  onVideo(stage, ['waiting'], () => mark(frame, 'waiting', !video.paused));
  onVideo(stage, ['ended', 'playing', 'seeking', 'emptied'], () => mark(frame, 'ended', video.ended));
};

/** Controls go when nobody moves, and come back with the first movement or key; a paused video keeps them. */
const hideWhenIdle = (stage: Stage): void => {
  const { frame, playback, signal } = stage;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = (): void => {
    clearTimeout(timer);
    mark(frame, 'idle', false);
    timer = setTimeout(() => mark(frame, 'idle', !playback.video.paused), idleAfterMs);
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
    frame.addEventListener(type, wake, { signal });
  onVideo(stage, ['playing', 'pause'], wake);
  signal.addEventListener('abort', () => clearTimeout(timer));
};

/** Does what a key asked for. */
const run = ({ playback, frame }: Stage, captions: Captions, command: Command): void => {
  const { video } = playback;
  if (command.kind === 'toggle') playback.toggle();
  else if (command.kind === 'mute') video.muted = !video.muted;
  else if (command.kind === 'fullscreen') toggleFullscreen(frame, video);
  else if (command.kind === 'captions') captions.toggle();
  else if (command.kind === 'skip') playback.seek(video.currentTime + command.seconds);
  else if (command.kind === 'volume') {
    video.volume = Math.min(1, Math.max(0, video.volume + command.change));
    video.muted = video.volume === 0;
  } else if (command.kind === 'jump') {
    const { from, to } = reachable(video);
    playback.seek(from + command.share * (to - from));
  }
};

/** Buttons and sliders have keys of their own; everything else counts as the picture. */
const placeOf = (target: EventTarget | null): FocusPlace => {
  if (target instanceof HTMLButtonElement) return 'button';
  if (target instanceof HTMLInputElement) return target.part.contains('volume') ? 'volume' : 'timeline';
  return 'frame';
};

const listenToKeys = (stage: Stage, captions: Captions): void => {
  stage.frame.addEventListener('keydown', (event) => {
    const command = commandOf(event, placeOf(event.target));
    if (!command) return;
    event.preventDefault();
    run(stage, captions, command);
  });
};

/** Builds a player's surface below `root`. */
export const createSurface = (
  root: ShadowRoot,
  words: Words,
  language: string,
  chosen: (tag: ProductTag) => void,
): Surface => {
  const video = h('video', { part: 'video', attributes: { playsinline: '', preload: 'none', tabindex: '-1' } });
  const frame = h('div', {
    class: 'frame',
    part: 'frame',
    attributes: { role: 'region', tabindex: '0', 'aria-label': words.player, lang: language },
  });
  const life = new AbortController();
  const stage: Stage = { frame, playback: createPlayback(video), words, signal: life.signal };
  const poster = createPoster();
  const captions = createCaptions(stage);
  const tags = createProductTags(stage, chosen);
  const spinner = h('div', { class: 'spinner', attributes: { role: 'img', 'aria-label': words.loading } });
  frame.append(
    ...poster.elements,
    video,
    captions.line,
    spinner,
    tags.element,
    createBigButton(stage),
    createControls(stage, captions),
    createNotice(stage),
  );
  root.append(frame);
  followState(stage);
  hideWhenIdle(stage);
  listenToKeys(stage, captions);
  video.addEventListener('click', () => stage.playback.toggle());
  return {
    frame,
    playback: stage.playback,
    poster,
    tags,
    name: (title) => frame.setAttribute('aria-label', title ? `${words.player}: ${title}` : words.player),
    destroy: () => {
      life.abort();
      stage.playback.destroy();
      frame.remove();
    },
  };
};
