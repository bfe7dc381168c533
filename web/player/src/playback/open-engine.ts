import type { Engine, EngineEvents } from './engine.ts';
import { openNativeEngine, playsHlsItself } from './native-engine.ts';
import { warmUp } from './warm-up.ts';

/** What to play and how. */
export interface EngineRequest {
  readonly video: HTMLVideoElement;
  readonly url: string;
  readonly live: boolean;
}

const hasMediaSource = (): boolean => 'MediaSource' in globalThis || 'ManagedMediaSource' in globalThis;

/** hls.js where Media Source Extensions are (it adapts better), the browser's own HLS elsewhere, otherwise nothing. */
export const openEngine = async (
  { video, url, live }: EngineRequest,
  events: EngineEvents,
): Promise<Engine | undefined> => {
  if (hasMediaSource()) {
    // A live playlist is another one by the time the engine asks.
    if (!live) void warmUp(url);
    const { canPlay, openHlsEngine } = await import('./hls-engine.ts');
    if (canPlay()) return openHlsEngine(video, url, live, events);
  }
  if (playsHlsItself(video)) return openNativeEngine(video, url, events);
  events.failed({ kind: 'unsupported' });
  return undefined;
};
