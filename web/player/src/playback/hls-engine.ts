import Hls, { type ErrorData, type HlsConfig } from 'hls.js';
import { type Engine, type EngineEvents, type Level, levelName } from './engine.ts';
import type { Failure } from './problem.ts';
import { firstEstimate, startLevel } from './start-level.ts';

/** Until somebody wants to play, one segment is enough: what is never watched is not paid for. */
const reserved = { maxBufferLength: 1, maxBufferSize: 0 } as const;
const playing = { maxBufferLength: 30, maxBufferSize: 60_000_000 } as const;
const configOf = (live: boolean): Partial<HlsConfig> => ({
  ...reserved,
  abrEwmaDefaultEstimate: firstEstimate(),
  // The first segment is played, not thrown away as a measurement.
  testBandwidth: false,
  capLevelToPlayerSize: true,
  backBufferLength: 30,
  // Segments are fMP4: there is nothing to repackage, and a worker from a blob would need a wider content policy.
  enableWorker: false,
  startFragPrefetch: true,
  lowLatencyMode: live,
});

const playlistDetails: ReadonlySet<string> = new Set([
  Hls.ErrorDetails.MANIFEST_PARSING_ERROR,
  Hls.ErrorDetails.LEVEL_PARSING_ERROR,
  Hls.ErrorDetails.LEVEL_EMPTY_ERROR,
]);

/** hls.js tells details as strings; viewers and beacons need the few kinds that call for different words. */
const failureOf = ({ type, details, response }: ErrorData): Failure => {
  if (details === Hls.ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR) return { kind: 'unsupported' };
  if (playlistDetails.has(details)) return { kind: 'playlist' };
  if (type === Hls.ErrorTypes.NETWORK_ERROR) return { kind: 'network', status: response?.code };
  return { kind: 'media' };
};

/** A second media error this soon after the first is not one that starting the decoder again cures. */
const cureAgainAfterMs = 5_000;

/** Best first, as people expect a menu; the index stays the engine's own. */
const levelsOf = (hls: Hls): Level[] =>
  hls.levels
    .map(({ width, height, bitrate }, index) => ({
      index,
      name: levelName(width, height),
      shortSide: Math.min(width, height),
      bitsPerSecond: bitrate,
    }))
    .sort((left, right) => right.shortSide - left.shortSide || right.bitsPerSecond - left.bitsPerSecond);

/** Plays HLS through Media Source Extensions. Its own chunk: pages that play nothing never load it. */
export const openHlsEngine = (video: HTMLVideoElement, url: string, live: boolean, events: EngineEvents): Engine => {
  if (!Hls.isSupported()) throw new TypeError('Media Source Extensions are not there; ask canPlay first.');
  const hls = new Hls(configOf(live));
  let curedAt = Number.NEGATIVE_INFINITY;
  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    // The same choice that the small files were fetched ahead for.
    hls.startLevel = startLevel(
      hls.levels.map(({ bitrate }) => bitrate),
      firstEstimate(),
    );
    events.levels(levelsOf(hls));
  });
  hls.on(Hls.Events.LEVEL_SWITCHED, (_event, { level }) => events.level(level));
  hls.on(Hls.Events.ERROR, (_event, data) => {
    if (!data.fatal) return;
    const now = performance.now();
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && now - curedAt > cureAgainAfterMs) {
      curedAt = now;
      hls.recoverMediaError();
      return;
    }
    events.failed(failureOf(data));
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return {
    unleash: () => void Object.assign(hls.config, playing),
    choose: (index) => {
      hls.nextLevel = index;
    },
    retry: () => {
      // Without levels the playlist itself never came.
      if (hls.levels.length === 0) hls.loadSource(url);
      else hls.startLoad(video.currentTime);
    },
    livePosition: () => hls.liveSyncPosition ?? undefined,
    destroy: () => hls.destroy(),
  };
};

/** True where Media Source Extensions can take the segments. */
export const canPlay = (): boolean => Hls.isSupported();
