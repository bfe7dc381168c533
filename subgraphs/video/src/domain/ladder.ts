import { ok, type Result, refuse } from '@vitrina/platform/result';
import { type FrameRate, framesPerSecond, type MediaFacts, type VideoFormat } from './media-facts.ts';
import { maxBytes, maxSeconds, minSeconds, tooLarge, tooLong, tooShort, type VideoRefusal } from './video-refusals.ts';

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

/**
 * Short sides with the mean rate for a 16:9 picture of 30 frames a second. The rates follow Apple's HLS authoring
 * specification for H.264 (appendix: 145 kb/s at 234p to 7.8 Mb/s at 1080p), lowered where product videos show no gain.
 */
const steps = [
  { shortSide: 240, bitrate: 300_000 },
  { shortSide: 360, bitrate: 650_000 },
  { shortSide: 540, bitrate: 1_400_000 },
  { shortSide: 720, bitrate: 2_600_000 },
  { shortSide: 1080, bitrate: 4_800_000 },
] as const;

/** Short side of the rendition that is made first: good on a telephone, and three times faster to make than it plays. */
const firstShortSide = 540;
/** Room of the greatest rate over the mean one; more would make phones on poor networks wait. */
const peakOverMean = 1.2;

/** Macroblocks per frame and per second that each H.264 level allows (ITU-T H.264, table A-1). */
const levels = [
  { level: '1.3', perFrame: 396, perSecond: 11_880 },
  { level: '2.1', perFrame: 792, perSecond: 19_800 },
  { level: '3.0', perFrame: 1_620, perSecond: 40_500 },
  { level: '3.1', perFrame: 3_600, perSecond: 108_000 },
  { level: '4.0', perFrame: 8_192, perSecond: 245_760 },
  { level: '5.1', perFrame: 36_864, perSecond: 983_040 },
] as const;

const levelFor = (width: number, height: number, rate: number): string => {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  const fitting = levels.find(({ perFrame, perSecond }) => blocks <= perFrame && blocks * rate <= perSecond);
  return (fitting ?? levels[levels.length - 1])?.level ?? '5.1';
};

/** H.264 with 4:2:0 colour wants even sides. */
const even = (length: number): number => Math.max(2, 2 * Math.round(length / 2));
/** Never rounds up past the original: an odd side loses a line rather than gaining an invented one. */
const evenWithin = (length: number, limit: number): number =>
  Math.min(even(length), Math.max(2, 2 * Math.floor(limit / 2)));

const rungOf = (facts: MediaFacts, shortSide: number, bitrate: number): Rung => {
  const scale = shortSide / Math.min(facts.width, facts.height);
  const width = evenWithin(facts.width * scale, facts.width);
  const height = evenWithin(facts.height * scale, facts.height);
  const rate = framesPerSecond(facts.frameRate);
  // Rates are for 16:9 and 30 frames: a wider or quicker picture needs its share more, but a slide show is not free.
  const share = ((width * height) / (shortSide * shortSide * (16 / 9))) * Math.max(0.5, rate / 30);
  const videoBitrate = Math.round((bitrate * share) / 1000) * 1000;
  return {
    name: `${Math.round(shortSide)}p`,
    width,
    height,
    videoBitrate,
    maxBitrate: Math.round(videoBitrate * peakOverMean),
    profile: shortSide < 540 ? 'main' : 'high',
    level: levelFor(width, height, rate),
  };
};

/** Steps at or below the original; for one below all steps, or clearly between two, its own size as well. */
const sizesFor = (shortSide: number): { shortSide: number; bitrate: number }[] => {
  const within = steps.filter((step) => step.shortSide <= shortSide);
  const best = within[within.length - 1];
  if (!best) {
    const lowest = steps[0];
    const area = (shortSide / lowest.shortSide) ** 2;
    return [{ shortSide, bitrate: Math.max(60_000, lowest.bitrate * area) }];
  }
  const next = steps[within.length];
  if (!next || shortSide < best.shortSide * 1.25) return within;
  const way = (shortSide - best.shortSide) / (next.shortSide - best.shortSide);
  return [...within, { shortSide, bitrate: best.bitrate + way * (next.bitrate - best.bitrate) }];
};

/** A segment, in seconds, is as long as the distance of keyframes: short ones start sooner, long ones cost fewer requests. */
export const segmentSecondsOf: Readonly<Record<VideoFormat, number>> = { SHORT: 2, LANDING: 2, LIVE: 6 };

/**
 * Decides what is made of a file, or why it does not fit its format. Sizes go by the short side, so a portrait video has
 * the same ladder as the same video lying down, and nothing is ever larger than the original.
 */
export const planLadder = (facts: MediaFacts, format: VideoFormat): Result<LadderPlan, VideoRefusal> => {
  if (facts.sizeBytes > maxBytes[format]) return refuse(tooLarge(facts.sizeBytes, format));
  if (facts.durationSeconds >= maxSeconds[format]) return refuse(tooLong(facts.durationSeconds, format));
  if (facts.durationSeconds < minSeconds) return refuse(tooShort(facts.durationSeconds));
  const rungs = sizesFor(Math.min(facts.width, facts.height))
    .map(({ shortSide, bitrate }) => ({ shortSide, rung: rungOf(facts, shortSide, bitrate) }))
    .reverse();
  const first = rungs.find(({ shortSide }) => shortSide <= firstShortSide) ?? rungs[rungs.length - 1];
  if (!first) throw new Error('A ladder has at least one rung');
  return ok({
    format,
    first: first.rung,
    rest: rungs.filter((rung) => rung !== first).map(({ rung }) => rung),
    frameRate: facts.frameRate,
    segmentSeconds: segmentSecondsOf[format],
    audio: facts.hasAudio ? { bitrate: 128_000, sampleRate: 48_000, channels: 2 } : null,
  });
};
