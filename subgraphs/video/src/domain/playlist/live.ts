import { parseLines } from './parse-hls.ts';

/** A segment of a live stream. */
export interface LiveSegment {
  readonly file: string;
  readonly seconds: number;
  /** True for the first one of another connection: its times start anew. */
  readonly discontinuous: boolean;
}

/** What a live playlist shows now. */
export interface LiveWindow {
  readonly segments: readonly LiveSegment[];
  /** Number of the first segment shown, and how many discontinuities went by before it. */
  readonly sequence: number;
  readonly discontinuitySequence: number;
  /** Never falls: a target duration must not change (RFC 8216, § 6.2.1). */
  readonly targetSeconds: number;
}

/** Segments shown: a viewer who paused for a moment still finds the next one. */
const windowLength = 10;

/** A playlist nothing was sent in yet, whose first segment will have that number. Segments are cut at keyframes every two seconds. */
export const emptyWindow = (sequence = 0): LiveWindow => ({
  segments: [],
  sequence,
  discontinuitySequence: 0,
  targetSeconds: 3,
});

/** Adds new segments at the end and drops old ones at the front. */
export const extendWindow = (window: LiveWindow, added: readonly LiveSegment[]): LiveWindow => {
  const all = [...window.segments, ...added];
  const gone = all.slice(0, Math.max(0, all.length - windowLength));
  return {
    segments: all.slice(gone.length),
    sequence: window.sequence + gone.length,
    discontinuitySequence: window.discontinuitySequence + gone.filter(({ discontinuous }) => discontinuous).length,
    targetSeconds: Math.max(window.targetSeconds, ...added.map(({ seconds }) => Math.round(seconds))),
  };
};

/** The playlist (RFC 8216, § 6.2.2); an ended one says so, and players stop asking. */
export const livePlaylist = (window: LiveWindow, ended: boolean): string =>
  `${[
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${window.targetSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${window.sequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`,
    ...window.segments.flatMap(({ file, seconds, discontinuous }) => [
      ...(discontinuous ? ['#EXT-X-DISCONTINUITY'] : []),
      `#EXTINF:${seconds.toFixed(6)},`,
      file,
    ]),
    ...(ended ? ['#EXT-X-ENDLIST'] : []),
  ].join('\n')}\n`;

/** Names and lengths of the segments a playlist of ffmpeg lists as finished. */
export const listedSegments = (playlist: string): readonly { readonly file: string; readonly seconds: number }[] => {
  let seconds = 0;
  return parseLines(playlist).flatMap((line) => {
    if (line.kind === 'uri') return [{ file: line.uri, seconds }];
    if (line.name === 'EXTINF') seconds = Number.parseFloat(line.value) || 0;
    return [];
  });
};
