import type { Segment } from '../renditions.ts';

/** Seconds of a segment. */
export const secondsOf = (segment: Segment, timescale: number): number => segment.durationTicks / timescale;

/** The whole number of seconds that no segment exceeds when rounded (RFC 8216, § 4.3.3.1). */
export const targetDuration = (segments: readonly Segment[], timescale: number): number =>
  Math.max(1, ...segments.map((segment) => Math.round(secondsOf(segment, timescale))));

/** Mean bits per second of all segments. */
export const averageBandwidth = (segments: readonly Segment[], timescale: number): number => {
  const seconds = segments.reduce((sum, segment) => sum + secondsOf(segment, timescale), 0);
  const bytes = segments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return seconds === 0 ? 0 : Math.ceil((bytes * 8) / seconds);
};

/**
 * Peak bits per second as RFC 8216 (§ 4.1) defines it: the greatest rate of any run of segments that together last between
 * half and one and a half target durations. A short last segment alone does not count, or its keyframe would set the peak.
 */
export const peakBandwidth = (segments: readonly Segment[], timescale: number): number => {
  const target = targetDuration(segments, timescale);
  let peak = 0;
  for (let from = 0; from < segments.length; from += 1) {
    let seconds = 0;
    let bytes = 0;
    for (let to = from; to < segments.length && seconds <= 1.5 * target; to += 1) {
      const segment = segments[to];
      if (!segment) break;
      seconds += secondsOf(segment, timescale);
      bytes += segment.sizeBytes;
      if (seconds >= 0.5 * target && seconds <= 1.5 * target) peak = Math.max(peak, (bytes * 8) / seconds);
    }
  }
  return Math.max(Math.ceil(peak), averageBandwidth(segments, timescale));
};
