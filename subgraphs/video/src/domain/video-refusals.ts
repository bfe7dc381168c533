import type { VideoFormat } from './media-facts.ts';

/** Why a file cannot be made into a video; the same codes as `VideoFailure.code` in the SDL. */
export type VideoRefusalCode =
  | 'CORRUPT'
  | 'NO_VIDEO_STREAM'
  | 'UNSUPPORTED_CODEC'
  | 'UNSUPPORTED_HDR'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'TOO_MANY_PIXELS'
  | 'TOO_LARGE';

/** A refusal with a sentence that says what is wrong and what the seller can do. */
export interface VideoRefusal {
  readonly code: VideoRefusalCode;
  readonly message: string;
}

/** Shortest video that is worth a player, in seconds. */
export const minSeconds = 0.2;
/** Longest video by format, in seconds: a SHORT is below a minute, a LANDING below three, a recording below twelve hours. */
export const maxSeconds: Record<VideoFormat, number> = { SHORT: 60, LANDING: 180, LIVE: 12 * 3600 };
/** Most pixels of one frame: 4096 × 2304, which takes 4K in either orientation. */
export const maxPixels = 4096 * 2304;
/** Largest file by format. */
export const maxBytes: Record<VideoFormat, number> = {
  SHORT: 512 * 1024 ** 2,
  LANDING: 2 * 1024 ** 3,
  LIVE: 64 * 1024 ** 3,
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MB`;

/** The file is broken: nothing, or not enough, of it can be read. */
export const corrupt = (): VideoRefusal => ({
  code: 'CORRUPT',
  message: 'The file is damaged or cut off and cannot be read. Export the video again and upload the new file.',
});

/** There is sound, or text, but no picture. */
export const noVideoStream = (): VideoRefusal => ({
  code: 'NO_VIDEO_STREAM',
  message: 'The file holds no moving picture. Upload a video; for sound alone, add a picture in a video editor first.',
});

/** The picture is in a form nothing here decodes. */
export const unsupportedCodec = (codec: string): VideoRefusal => ({
  code: 'UNSUPPORTED_CODEC',
  message: `The picture is encoded as ${codec}, which cannot be read here. Export the video as MP4 with H.264.`,
});

/** The picture has a high dynamic range and the ffmpeg that runs here cannot map it to an ordinary screen. */
export const unsupportedHdr = (): VideoRefusal => ({
  code: 'UNSUPPORTED_HDR',
  message: 'The video is HDR, which cannot be converted here. Export it with standard dynamic range (SDR, Rec. 709).',
});

/** Longer than its format allows. */
export const tooLong = (seconds: number, format: VideoFormat): VideoRefusal => ({
  code: 'TOO_LONG',
  message: `The video is ${Math.ceil(seconds)} s long and a ${format} one must be shorter than ${maxSeconds[format]} s. ${
    format === 'SHORT' && seconds < maxSeconds.LANDING
      ? 'Cut it, or upload it as LANDING.'
      : 'Cut it and upload it again.'
  }`,
});

/** Too short to be played. */
export const tooShort = (seconds: number): VideoRefusal => ({
  code: 'TOO_SHORT',
  message: `The video is ${seconds.toFixed(2)} s long and must be at least ${minSeconds} s. Upload a longer one.`,
});

/** More pixels than there is memory and time for. */
export const tooManyPixels = (width: number, height: number): VideoRefusal => ({
  code: 'TOO_MANY_PIXELS',
  message: `The picture is ${width} × ${height} and may have at most ${maxPixels.toLocaleString('en')} pixels (4K). Export it smaller.`,
});

/** A larger file than its format may have. */
export const tooLarge = (bytes: number, format: VideoFormat): VideoRefusal => ({
  code: 'TOO_LARGE',
  message: `The file is ${megabytes(bytes)} large and may have ${megabytes(maxBytes[format])}. Export it with a lower bit rate.`,
});
