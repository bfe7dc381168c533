import { reachable } from '../playback/playback.ts';
import type { Captions } from './captions.ts';
import { formatTime } from './format-time.ts';
import { toggleFullscreen } from './fullscreen.ts';
import { h } from './h.ts';
import { changeIcon, icon } from './icons.ts';
import { createLiveButton } from './live-button.ts';
import { createQualityMenu, createSpeedMenu } from './menus.ts';
import { onVideo, type Stage } from './stage.ts';
import { createTimeline } from './timeline.ts';
import { createVolume } from './volume.ts';

const createPlayButton = (stage: Stage): HTMLElement => {
  const { playback, words } = stage;
  const { video } = playback;
  const button = h(
    'button',
    {
      part: 'play-button',
      attributes: { type: 'button', 'aria-label': words.play },
      onclick: () => playback.toggle(),
    },
    icon('play'),
  );
  onVideo(stage, ['play', 'pause', 'ended', 'emptied'], () => {
    button.setAttribute('aria-label', video.ended ? words.replay : video.paused ? words.play : words.pause);
    changeIcon(button, video.ended ? 'replay' : video.paused ? 'play' : 'pause');
  });
  return button;
};

const createClock = (stage: Stage): HTMLElement => {
  const { video } = stage.playback;
  // The slider says the same to screen readers, when asked; a clock that ticks aloud helps nobody.
  const clock = h('span', { class: 'time', text: '0:00', attributes: { 'aria-hidden': 'true' } });
  onVideo(stage, ['timeupdate', 'durationchange', 'emptied'], () => {
    const { to } = reachable(video);
    const at = formatTime(video.currentTime);
    clock.textContent = stage.playback.source?.live || to === 0 ? at : `${at} / ${formatTime(to)}`;
    clock.hidden = stage.playback.source?.live ?? false;
  });
  return clock;
};

const createFullscreenButton = ({ frame, playback, words, signal }: Stage): HTMLElement => {
  const button = h(
    'button',
    {
      part: 'fullscreen-button',
      attributes: { type: 'button', 'aria-label': words.fullscreen },
      onclick: () => toggleFullscreen(frame, playback.video),
    },
    icon('fullscreen'),
  );
  frame.addEventListener(
    'fullscreenchange',
    () => {
      const on = frame.matches(':fullscreen');
      button.setAttribute('aria-label', on ? words.exitFullscreen : words.fullscreen);
      changeIcon(button, on ? 'shrink' : 'fullscreen');
    },
    { signal },
  );
  return button;
};

/** The bar of controls. */
export const createControls = (stage: Stage, captions: Captions): HTMLElement =>
  h(
    'div',
    { class: 'bar', part: 'controls' },
    createTimeline(stage),
    h(
      'div',
      { class: 'row' },
      createPlayButton(stage),
      ...createVolume(stage),
      createClock(stage),
      createLiveButton(stage),
      h('div', { class: 'gap' }),
      captions.menu,
      createSpeedMenu(stage),
      createQualityMenu(stage),
      createFullscreenButton(stage),
    ),
  );
