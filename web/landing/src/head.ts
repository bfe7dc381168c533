import { isoDuration } from './format.ts';
import { type Html, html, jsonBlock, raw, safeUrl } from './html.ts';
import type { LandingData, PageOptions, VideoData } from './landing-data.ts';
import { pageStyles } from './styles.ts';

/** The video at the top, when there is one that can be played. */
const heroVideoOf = ({ sections }: LandingData): VideoData | undefined => {
  for (const section of sections)
    if (section.__typename === 'HeroVideoSection' && section.video?.playback) return section.video;
  return undefined;
};

/** Messengers and search engines want whole addresses. */
const absolute = (url: string | null | undefined, origin: string): string | undefined =>
  safeUrl(url) ? new URL(url ?? '', origin).href : undefined;

/** schema.org/VideoObject, as search engines ask for it (name, description, thumbnail, upload date). */
const videoObject = (landing: LandingData, video: VideoData, origin: string): Html =>
  html`<script type="application/ld+json">${jsonBlock({
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: video.title,
    description: video.description || landing.seo.description || landing.title,
    thumbnailUrl: [absolute(video.poster?.url, origin)].filter((url) => url !== undefined),
    ...(landing.publishedAt !== null && { uploadDate: landing.publishedAt }),
    ...(video.durationSeconds !== null && { duration: isoDuration(video.durationSeconds) }),
    contentUrl: absolute(video.playback?.hlsUrl, origin),
  })}</script>`;

/** Nothing is better than an empty value: some messengers show it as it is. */
const meta = (property: string, content: string | undefined): Html | undefined =>
  content ? html`<meta property="${property}" content="${content}">` : undefined;

/** Title, sharing metadata, styles and scripts. Nothing here is fetched from another party. */
export const renderHead = (landing: LandingData, { origin, nonce, scripts }: PageOptions): Html => {
  const address = `${origin}/l/${landing.slug}`;
  const video = heroVideoOf(landing);
  const image = absolute(landing.seo.imageUrl ?? video?.poster?.url, origin);
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${landing.seo.title || landing.title}</title>
<meta name="description" content="${landing.seo.description}">
<link rel="canonical" href="${address}">
<link rel="icon" href="data:,">
${meta('og:type', video ? 'video.other' : 'website')}${meta('og:title', landing.seo.title || landing.title)}${meta('og:description', landing.seo.description)}${meta('og:url', address)}${meta('og:site_name', landing.shop.name)}${meta('og:locale', landing.locale.replace('-', '_'))}${meta('og:image', image)}${meta('og:video', absolute(video?.playback?.hlsUrl, origin))}
<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">
${video && videoObject(landing, video, origin)}
<style nonce="${nonce}">${raw(pageStyles)}</style>
${
  scripts &&
  html`${video && html`<link rel="modulepreload" href="${scripts.engine}">`}<script type="module" nonce="${nonce}" src="${scripts.entry}"></script><script type="module" nonce="${nonce}" src="${scripts.landing}"></script>`
}`;
};
