import { safeUrl } from './html.ts';
import type { LandingData, PictureData, ProductData } from './landing-data.ts';

const pictureUrls = (pictures: readonly (PictureData | null | undefined)[]): (string | null | undefined)[] =>
  pictures.map((picture) => picture?.url);

const productUrls = (products: readonly (ProductData | null)[]) =>
  products.flatMap((product) => pictureUrls(product?.images ?? []));

const urlsOf = (section: LandingData['sections'][number]): (string | null | undefined)[] => {
  if (section.__typename === 'HeroVideoSection') {
    const { video } = section;
    return [
      video?.playback?.hlsUrl,
      video?.storyboard?.vttUrl,
      video?.poster?.url,
      ...(video?.captions.map(({ url }) => url) ?? []),
    ];
  }
  if (section.__typename === 'ProductGridSection') return productUrls(section.products);
  return section.__typename === 'GallerySection' ? pictureUrls(section.images) : [];
};

/** Origins a page's pictures and videos come from, besides its own: a CDN, where there is one. */
export const mediaOrigins = ({ sections }: LandingData): string[] => {
  const absolute = sections
    .flatMap(urlsOf)
    .flatMap((url) => (url && safeUrl(url) && !url.startsWith('/') ? [url] : []));
  return [...new Set(absolute.map((url) => new URL(url).origin))].sort();
};

/**
 * The page's content policy: own scripts with this answer's nonce, own styles, media from where the page's media are, and
 * nothing else. `blob:` is Media Source Extensions, `data:` blurred previews.
 */
export const contentPolicy = (nonce: string, origins: readonly string[]): string => {
  const media = ["'self'", ...origins].join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `img-src ${media} data:`,
    `media-src ${media} blob:`,
    `connect-src ${media}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};
