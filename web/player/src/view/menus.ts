import { createMenu } from './menu.ts';
import { onVideo, type Stage } from './stage.ts';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** Quality: what the engine offers, best first, and the automatic choice with what it shows at the moment. */
export const createQualityMenu = (stage: Stage): HTMLElement => {
  const { playback, words } = stage;
  const menu = createMenu(stage, words.quality, 'quality', 'quality');
  const offer = (): void => {
    const { levels, level, chosen } = playback;
    const now = level ? ` (${level.name})` : '';
    const automatic = { label: `${words.automatic}${now}`, chosen: chosen === -1, choose: () => playback.choose(-1) };
    const each = levels.map(({ index, name }) => ({
      label: name,
      chosen: chosen === index,
      choose: () => playback.choose(index),
    }));
    menu.offer(levels.length > 1 ? [automatic, ...each] : []);
  };
  playback.onChange((change) => change !== 'wanted' && offer());
  return menu.element;
};

/** Playback speed. A live stream has none: nobody can be ahead of it. */
export const createSpeedMenu = (stage: Stage): HTMLElement => {
  const { playback, words } = stage;
  const menu = createMenu(stage, words.speed, 'speed', 'speed');
  const offer = (): void =>
    menu.offer(
      playback.source?.live
        ? []
        : speeds.map((speed) => ({
            label: speed === 1 ? words.normalSpeed : `${speed}×`,
            chosen: playback.video.playbackRate === speed,
            choose: () => {
              playback.video.playbackRate = speed;
            },
          })),
    );
  playback.onChange((change) => change === 'opened' && offer());
  onVideo(stage, ['ratechange'], offer);
  offer();
  return menu.element;
};
