import { thumbHashToDataURL } from 'thumbhash';
import type { PlayerSource } from '../source.ts';
import { h } from './h.ts';

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** A thumbhash as a picture; undefined for text that is none: a page's typing error must not cost it the video. */
const blurredPicture = (thumbhash: string): string | undefined => {
  try {
    return thumbHashToDataURL(bytesOf(thumbhash));
  } catch (error) {
    console.warn('vitrina-player: the thumbhash is not one', error);
    return undefined;
  }
};

/** What is seen before the first frame. */
export interface PosterLayer {
  readonly elements: readonly HTMLElement[];
  /** Without a request. */
  blur(thumbhash: string | undefined): void;
  /** Fetches the poster, in the best format and width the browser can show. */
  show(source: PlayerSource): void;
}

/** Makes the layers under the video: blurred preview, and the poster above it. */
export const createPoster = (): PosterLayer => {
  const blurred = h('div', { class: 'blur' });
  const picture = h('picture');
  // A poster the page wrote between the tags stays where it is: it was there before the script.
  const given = h('slot', { attributes: { name: 'poster' } }, picture);
  const layer = h('div', { class: 'poster', part: 'poster' }, given);
  return {
    elements: [blurred, layer],
    blur: (thumbhash) => {
      const url = thumbhash ? blurredPicture(thumbhash) : undefined;
      blurred.style.backgroundImage = url ? `url(${url})` : '';
    },
    show: ({ poster }) => {
      if (!poster) return picture.replaceChildren();
      const sets = poster.sets.map(({ type, srcset }) =>
        h('source', { attributes: { srcset, sizes: '100vw', ...(type && { type }) } }),
      );
      const image = h('img', { attributes: { alt: '', decoding: 'async' } });
      // A poster that does not come leaves the blurred picture, not a broken one.
      image.addEventListener('error', () => picture.replaceChildren());
      // The fallback may be absent when only sets are known; an empty address would fetch the page itself.
      if (poster.src) image.src = poster.src;
      picture.replaceChildren(...sets, image);
    },
  };
};
