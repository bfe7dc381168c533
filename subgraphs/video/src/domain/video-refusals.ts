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
