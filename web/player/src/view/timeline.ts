import { reachable } from '../playback/playback.ts';
import { formatTime } from './format-time.ts';
import { h } from './h.ts';
import { createHoverPreview } from './hover-preview.ts';
import { onVideo, type Stage } from './stage.ts';

/** Share of the timeline, in percent, that is buffered around the current position. */
const loadedShare = (video: HTMLVideoElement, from: number, length: number): number => {
  const { buffered, currentTime } = video;
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= currentTime + 0.1 && buffered.end(index) >= currentTime)
      return ((buffered.end(index) - from) / length) * 100;
  }
  return 0;
};

/** The timeline: a slider for hands, keyboard and screen readers, with pictures under the pointer. */
export const createTimeline = (stage: Stage): HTMLElement => {
  const { playback, words } = stage;
  const { video } = playback;
  const slider = h('input', {
    part: 'timeline',
    attributes: { type: 'range', min: '0', max: '0', step: '0.1', value: '0', 'aria-label': words.timeline },
  });
  const hover = createHoverPreview(stage);
  const element = h('div', { class: 'timeline' }, hover.element, slider);

  /** Keeps slider, colours and spoken words together; a live window moves, so its ends are read each time. */
  const paint = (): void => {
    const { from, to } = reachable(video);
    const length = to - from;
    slider.min = String(from);
    slider.max = String(to);
    slider.value = String(video.currentTime);
    slider.setAttribute('aria-valuetext', words.timeOf(formatTime(video.currentTime - from), formatTime(length)));
    const done = length > 0 ? ((video.currentTime - from) / length) * 100 : 0;
    slider.style.setProperty('--done', `${done}%`);
    slider.style.setProperty('--loaded', `${length > 0 ? loadedShare(video, from, length) : 0}%`);
  };
  onVideo(stage, ['timeupdate', 'durationchange', 'progress', 'seeking', 'seeked', 'emptied'], paint);
  slider.addEventListener('input', () => playback.seek(Number(slider.value)));
  slider.addEventListener('pointermove', (event) => {
    const { left, width } = slider.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    const { from, to } = reachable(video);
    if (to > from) hover.show(from + share * (to - from), share);
  });
  slider.addEventListener('pointerleave', hover.hide);
  paint();
  return element;
};
