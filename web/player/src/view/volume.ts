import { h } from './h.ts';
import { changeIcon, icon } from './icons.ts';
import { onVideo, type Stage } from './stage.ts';

/** The mute button and the volume slider. */
export const createVolume = (stage: Stage): HTMLElement[] => {
  const { playback, words } = stage;
  const { video } = playback;
  const button = h(
    'button',
    {
      part: 'mute-button',
      attributes: { type: 'button', 'aria-label': words.mute },
      onclick: () => {
        video.muted = !video.muted;
      },
    },
    icon('sound'),
  );
  const slider = h('input', {
    part: 'volume',
    attributes: { type: 'range', min: '0', max: '100', step: '5', 'aria-label': words.volume },
  });
  slider.addEventListener('input', () => {
    video.volume = Number(slider.value) / 100;
    video.muted = video.volume === 0;
  });
  const paint = (): void => {
    const percent = video.muted ? 0 : Math.round(video.volume * 100);
    slider.value = String(percent);
    slider.style.setProperty('--done', `${percent}%`);
    slider.setAttribute('aria-valuetext', `${percent} %`);
    button.setAttribute('aria-label', percent === 0 ? words.unmute : words.mute);
    changeIcon(button, percent === 0 ? 'silence' : 'sound');
  };
  onVideo(stage, ['volumechange'], paint);
  paint();
  return [button, h('div', { class: 'volume' }, slider)];
};
