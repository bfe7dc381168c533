import { h } from './h.ts';
import { createMenu } from './menu.ts';
import type { Stage } from './stage.ts';

/** Captions: the line on the picture, the menu, and the key `c`. */
export interface Captions {
  readonly line: HTMLElement;
  readonly menu: HTMLElement;
  /** On in the viewer's language (or the first), or off. */
  toggle(): void;
}

/** The cue's words without its markup (`<v Anna>`, `<i>` …). */
const wordsOf = (cue: TextTrackCue): string =>
  'getCueAsHTML' in cue ? ((cue as VTTCue).getCueAsHTML().textContent ?? '') : '';

/** Makes captions. The tracks are `hidden`, not `showing`: we draw the line, above the controls and in the page's font. */
export const createCaptions = (stage: Stage): Captions => {
  const { playback, words, frame } = stage;
  const { video } = playback;
  const line = h('div', { class: 'caption', part: 'caption', attributes: { 'aria-live': 'off' } });
  const menu = createMenu(stage, words.captions, 'captions', 'captions');
  let chosen: TextTrack | undefined;
  let elements: readonly HTMLTrackElement[] = [];

  /** Several cues may be due at once, e.g. two speakers: each gets a line. */
  const paint = (): void => {
    const shown = [...(chosen?.activeCues ?? [])].map(wordsOf).filter((text) => text !== '');
    line.replaceChildren(...(shown.length > 0 ? [h('span', { text: shown.join('\n') })] : []));
    line.lang = chosen?.language ?? '';
  };
  const choose = (track: TextTrack | undefined): void => {
    chosen = track;
    // Only the chosen file is fetched: a track that is `disabled` is not.
    for (const element of elements) element.track.mode = element.track === track ? 'hidden' : 'disabled';
    paint();
    offer();
  };
  const offer = (): void => {
    const off = { label: words.off, chosen: !chosen, choose: () => choose(undefined) };
    const each = elements.map(({ track }) => ({
      label: track.label,
      chosen: track === chosen,
      choose: () => choose(track),
    }));
    menu.offer(elements.length > 0 ? [off, ...each] : []);
  };
  /** A new video has its own tracks; whoever had captions on chooses again. */
  const load = (): void => {
    for (const element of elements) element.remove();
    elements = (playback.source?.captions ?? []).map(({ language, label, url }) => {
      const element = h('track', { attributes: { kind: 'captions', srclang: language, label, src: url } });
      element.track.addEventListener('cuechange', paint);
      return element;
    });
    video.append(...elements);
    choose(undefined);
  };
  /** The track a viewer most likely wants: their language, else the first the shop gave. */
  const inViewersLanguage = (): TextTrack | undefined => {
    const language = (frame.lang || 'en').slice(0, 2);
    return (elements.find(({ srclang }) => srclang.startsWith(language)) ?? elements[0])?.track;
  };

  playback.onChange((change) => change === 'opened' && load());
  return { line, menu: menu.element, toggle: () => choose(chosen ? undefined : inViewersLanguage()) };
};
