import type { FrameRate, VideoFormat } from './media-facts.ts';

/** One quality to be made. */
export interface Rung {
  /** Its short side, e.g. `540p`. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Mean and greatest rate of the picture, bits per second. */
  readonly videoBitrate: number;
  readonly maxBitrate: number;
  /** H.264 profile and level, e.g. `high` and `3.1`. */
  readonly profile: 'main' | 'high';
  readonly level: string;
}

/** What is made of a video. JSON-safe. */
export interface LadderPlan {
  readonly format: VideoFormat;
  /** Made before the others so that the video can be played early: 540p, or the nearest below. */
  readonly first: Rung;
  /** The others, best first; made in one decode. */
  readonly rest: readonly Rung[];
  readonly frameRate: FrameRate;
  /** Distance of keyframes, which is the length of a segment. */
  readonly segmentSeconds: number;
  /** Null for a silent video. */
  readonly audio: { readonly bitrate: number; readonly sampleRate: number; readonly channels: number } | null;
}
