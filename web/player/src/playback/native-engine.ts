import type { Engine, EngineEvents } from './engine.ts';
import type { Failure } from './problem.ts';

/** What the media element says about its own error (HTML, section 4.8.11.1). */
const failureOf = (error: MediaError | null): Failure => {
  if (error?.code === MediaError.MEDIA_ERR_NETWORK) return { kind: 'network' };
  if (error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED) return { kind: 'playlist' };
  return { kind: 'media' };
};

/** True where the browser plays HLS by itself: Safari, and every browser on iPhones. */
export const playsHlsItself = (video: HTMLVideoElement): boolean =>
  video.canPlayType('application/vnd.apple.mpegurl') !== '';

/** Leaves HLS to the browser. It chooses the quality, so there are no levels to offer. */
export const openNativeEngine = (video: HTMLVideoElement, url: string, events: EngineEvents): Engine => {
  const listening = new AbortController();
  video.addEventListener('error', () => events.failed(failureOf(video.error)), { signal: listening.signal });
  video.preload = 'metadata';
  video.src = url;
  return {
    unleash: () => {
      video.preload = 'auto';
    },
    choose: () => undefined,
    retry: () => {
      const at = video.currentTime;
      video.load();
      video.currentTime = at;
    },
    livePosition: () => (video.seekable.length > 0 ? video.seekable.end(video.seekable.length - 1) : undefined),
    destroy: () => {
      listening.abort();
      video.removeAttribute('src');
      video.load();
    },
  };
};
