import type { PlayerSource, ProductTag } from '../source.ts';
import { ask } from './ask.ts';
import { operations } from './operations.ts';

/** The answer of the registered operation `PlayerVideo`. */
interface PlayerVideoData {
  readonly video: {
    readonly title: string;
    readonly format: 'SHORT' | 'LANDING' | 'LIVE';
    readonly width: number | null;
    readonly height: number | null;
    readonly playback: { readonly hlsUrl: string } | null;
    readonly poster: {
      readonly url: string | null;
      readonly avif: string | null;
      readonly webp: string | null;
      readonly jpeg: string | null;
      readonly thumbhash: string | null;
    } | null;
    readonly storyboard: { readonly vttUrl: string } | null;
    readonly captions: readonly { readonly language: string; readonly label: string; readonly url: string }[];
    readonly productTags: readonly {
      readonly id: string;
      readonly startSeconds: number;
      readonly endSeconds: number;
      readonly x: number | null;
      readonly y: number | null;
      readonly product: { readonly title: string } | null;
    }[];
  } | null;
}

/** A video with the products it points at. */
export interface LoadedVideo {
  readonly source: PlayerSource;
  readonly tags: readonly ProductTag[];
}

const setsOf = (poster: NonNullable<NonNullable<PlayerVideoData['video']>['poster']>) =>
  [
    { type: 'image/avif', srcset: poster.avif },
    { type: 'image/webp', srcset: poster.webp },
    { type: 'image/jpeg', srcset: poster.jpeg },
  ].flatMap(({ type, srcset }) => (srcset ? [{ type, srcset }] : []));

/** Asks the graph for a video; undefined when there is none that this viewer may watch now. */
export const loadVideo = async (endpoint: string, videoId: string): Promise<LoadedVideo | undefined> => {
  const { video } = (await ask(endpoint, operations.playerVideo, { id: videoId })) as PlayerVideoData;
  if (!video?.playback) return undefined;
  const { poster } = video;
  return {
    source: {
      hlsUrl: video.playback.hlsUrl,
      title: video.title,
      poster: poster ? { src: poster.url ?? '', sets: setsOf(poster) } : undefined,
      thumbhash: poster?.thumbhash ?? undefined,
      captions: video.captions,
      storyboardUrl: video.storyboard?.vttUrl,
      aspectRatio: video.width && video.height ? video.width / video.height : undefined,
      // A recording of a stream is an ordinary video; the page says `live` where a stream is on.
      live: false,
    },
    // Products that are gone are not pointed at.
    tags: video.productTags.flatMap(({ product, ...tag }) => (product ? [{ ...tag, label: product.title }] : [])),
  };
};
