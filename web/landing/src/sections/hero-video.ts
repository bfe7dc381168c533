import { type Html, html, safeUrl } from '../html.ts';
import type { SectionOf, VideoData } from '../landing-data.ts';
import { renderPicture } from '../picture.ts';

const renderPlayer = (video: VideoData): Html | undefined => {
  const src = safeUrl(video.playback?.hlsUrl);
  if (!src) return video.poster ? renderPicture(video.poster, { sizes: '100vw', eager: true }) : undefined;
  const storyboard = safeUrl(video.storyboard?.vttUrl);
  return html`<vitrina-player autoplay video-id="${video.id}" src="${src}" title-text="${video.title}"${
    video.width && video.height ? html` aspect-ratio="${video.width}/${video.height}"` : ''
  }${video.poster?.thumbhash ? html` thumbhash="${video.poster.thumbhash}"` : ''}${
    storyboard ? html` storyboard="${storyboard}"` : ''
  }${video.captions.length > 0 ? html` captions="${JSON.stringify(video.captions)}"` : ''}>${
    video.poster &&
    renderPicture(video.poster, { sizes: '(min-width: 1100px) 1100px, 100vw', eager: true, slot: 'poster', alt: '' })
  }</vitrina-player>`;
};

/** The page's main heading with the video. The poster stands in the markup, so it is there before any script. */
export const renderHero = (
  { headline, subheadline, video, ctaLabel }: SectionOf<'HeroVideoSection'>,
  title: string,
  gridId: string | undefined,
): Html => html`<header class="hero">
<h1>${headline || title}</h1>
${subheadline && html`<p class="lead">${subheadline}</p>`}
${video && html`<div class="stage">${renderPlayer(video)}</div>`}
${ctaLabel && gridId && html`<p><a class="button" href="#${gridId}">${ctaLabel}</a></p>`}
</header>`;
