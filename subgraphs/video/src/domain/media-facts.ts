/** What a video is for, and so how long it may be; as in the SDL. */
export type VideoFormat = 'SHORT' | 'LANDING' | 'LIVE';

/** What a file holds, as far as making renditions of it goes. JSON-safe, so that a step after a restart reads it from a row. */
export interface MediaFacts {
  /** Of the picture; of the container where the picture does not say. */
  readonly durationSeconds: number;
  /** As shown: rotation and pixel aspect are applied. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise that the file asks players to turn the picture by: 0, 90, 180 or 270. Already in width and height. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** Frames per second the renditions will have: constant, and at most 30. */
  readonly frameRate: FrameRate;
  /** True when frames of the original come unevenly; renditions are made even. */
  readonly variableFrameRate: boolean;
  readonly hasAudio: boolean;
  /** Which stream of the file is the picture, and which the sound (null: silent). */
  readonly videoStream: number;
  readonly audioStream: number | null;
  /** As ffprobe names it, e.g. `h264`. */
  readonly videoCodec: string;
  readonly audioCodec: string | null;
  /** e.g. `yuv420p10le`. */
  readonly pixelFormat: string;
  /** Transfer of a picture with a high dynamic range, which is tone-mapped; null for an ordinary picture. */
  readonly hdr: 'pq' | 'hlg' | null;
  readonly sizeBytes: number;
  /** As ffprobe names it, e.g. `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
}

/** A rate as a fraction, since 30000/1001 has no end as a decimal. */
export interface FrameRate {
  readonly numerator: number;
  readonly denominator: number;
}

/** Frames per second as a number. */
export const framesPerSecond = ({ numerator, denominator }: FrameRate): number => numerator / denominator;
