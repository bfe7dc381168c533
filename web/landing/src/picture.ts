import { type Html, html, safeUrl } from './html.ts';
import type { PictureData } from './landing-data.ts';

/** How a picture is loaded. */
export interface PictureUse {
  /** The `sizes` of its set: how wide it is shown. */
  readonly sizes: string;
  /** The first thing seen is fetched at once; everything below waits for its turn. */
  readonly eager?: boolean;
  readonly slot?: string;
  readonly alt?: string;
}

const setsOf = (picture: PictureData): readonly (readonly [type: string, srcset: string])[] =>
  (
    [
      ['image/avif', picture.avif],
      ['image/webp', picture.webp],
      ['image/jpeg', picture.jpeg],
    ] as const
  ).flatMap(([type, srcset]) => (srcset ? [[type, srcset] as const] : []));

/** `<picture>` in the best format and width a browser takes; its size is said, so nothing jumps when it comes. */
export const renderPicture = (picture: PictureData, { sizes, eager, slot, alt }: PictureUse): Html | undefined => {
  const src = safeUrl(picture.url);
  if (!src) return undefined;
  return html`<picture${slot ? html` slot="${slot}"` : ''}>${setsOf(picture).map(
    ([type, srcset]) => html`<source type="${type}" srcset="${srcset}" sizes="${sizes}">`,
  )}<img src="${src}" alt="${alt ?? picture.alt}"${picture.width && picture.height ? html` width="${picture.width}" height="${picture.height}"` : ''}${
    eager ? html` fetchpriority="high"` : html` loading="lazy"`
  } decoding="async"></picture>`;
};
