import { formatTime } from './format-time.ts';
import { h } from './h.ts';
import { mark, onVideo, type Stage } from './stage.ts';

/** Nearer than this to the edge counts as live, in seconds: some segments are always in the buffer. */
const atTheEdgeSeconds = 4;

/** Says whether what is seen is live or how far behind it is; pressing it jumps to live. */
export const createLiveButton = (stage: Stage): HTMLElement => {
  const { playback, words } = stage;
  const button = h('button', {
    class: 'live',
    part: 'live-button',
    text: words.live,
    attributes: { type: 'button', 'aria-label': words.live },
    onclick: () => playback.seekToLive(),
  });
  const paint = (): void => {
    const behind = playback.behindLiveSeconds;
    if (behind === undefined) return;
    const atEdge = behind < atTheEdgeSeconds;
    mark(button, 'edge', atEdge);
    button.textContent = atEdge ? words.live : `${words.live} −${formatTime(behind)}`;
    const late = `${words.jumpToLive}: ${formatTime(behind)} ${words.behindLive}`;
    button.setAttribute('aria-label', atEdge ? words.live : late);
  };
  onVideo(stage, ['timeupdate', 'pause', 'seeked', 'durationchange'], paint);
  // While paused no event comes, and the edge walks away.
  const timer = setInterval(paint, 1_000);
  stage.signal.addEventListener('abort', () => clearInterval(timer));
  return button;
};
