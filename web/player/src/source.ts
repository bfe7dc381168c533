/** Subtitles of one language, as a WebVTT file. */
export interface CaptionTrack {
  /** BCP 47, e.g. `ru`. */
  readonly language: string;
  /** As a person reads it, e.g. `Русский`. */
  readonly label: string;
  readonly url: string;
}

/** The picture shown before anything plays. */
export interface Poster {
  /** What browsers take that know neither `srcset` nor newer formats. */
  readonly src: string;
  /** Sets by format, best first, e.g. `{ type: 'image/avif', srcset: '… 640w, … 1280w' }`. */
  readonly sets: readonly { readonly type: string; readonly srcset: string }[];
}

/** Everything the player needs to know of one video. */
export interface PlayerSource {
  readonly hlsUrl: string;
  readonly title: string;
  readonly poster: Poster | undefined;
  /** Blurred preview, base64 (thumbhash): painted at once, without a request. */
  readonly thumbhash: string | undefined;
  readonly captions: readonly CaptionTrack[];
  /** WebVTT that says where in the sprite each second's picture lies (`#xywh=`). */
  readonly storyboardUrl: string | undefined;
  /** Width divided by height. */
  readonly aspectRatio: number | undefined;
  readonly live: boolean;
}

/** A product pointed at in the video. What it costs and whether it is there is the page's to know, live. */
export interface ProductTag {
  readonly id: string;
  /** What the button says, e.g. the product's title and price. */
  readonly label: string;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Place on the picture from the left and the top, 0 to 1; without one the tag lies in the corner. */
  readonly x?: number | null;
  readonly y?: number | null;
}
