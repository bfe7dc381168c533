import { formatMoney } from './format.ts';
import { renderHead } from './head.ts';
import { html, jsonBlock, raw } from './html.ts';
import type { LandingData, PageOptions, VideoData } from './landing-data.ts';
import { firstToBuy } from './sections/product-card.ts';
import { anchorOf, renderSection } from './sections/render-section.ts';
import { pageStyles } from './styles.ts';
import { pageWords } from './words.ts';

/** What the page's script is told: products of the video by tag, and the words it says. */
const scriptFacts = (landing: LandingData) => {
  const words = pageWords(landing.locale);
  const videos = landing.sections.flatMap((section): VideoData[] =>
    section.__typename === 'HeroVideoSection' && section.video ? [section.video] : [],
  );
  const tags = videos.flatMap(({ id: videoId, productTags }) =>
    productTags.flatMap(({ product, variant, ...tag }) => {
      const shown = product?.variants.nodes.find(({ id }) => id === variant?.id) ?? (product && firstToBuy(product));
      if (!product || !shown) return [];
      const price = formatMoney(shown.price, landing.locale);
      const label = `${product.title}, ${shown.available > 0 ? price : words.soldOut}`;
      return [{ ...tag, videoId, label, title: product.title, variantId: shown.available > 0 ? shown.id : null }];
    }),
  );
  return { tags, words: { added: words.added, adding: words.adding, failed: words.failed, soldOut: words.soldOut } };
};

/**
 * Draws a landing page. Pure: the same data, nonce and moment give the same text. A page whose hero was taken away still
 * has its main heading.
 */
export const renderLanding = (landing: LandingData, options: PageOptions): string => {
  const words = pageWords(landing.locale);
  const grid = landing.sections.find(({ __typename }) => __typename === 'ProductGridSection');
  const around = {
    locale: landing.locale,
    words,
    title: landing.title,
    now: options.now,
    gridId: grid && anchorOf(grid),
  };
  const hasHero = landing.sections.some(({ __typename }) => __typename === 'HeroVideoSection');
  return html`<!doctype html>
<html lang="${landing.locale}">
<head>
${renderHead(landing, options)}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<main id="content" tabindex="-1">
${!hasHero && html`<h1>${landing.title}</h1>`}
${landing.sections.map((section) => renderSection(section, around) ?? '')}
<noscript><p>${words.needsScript}</p></noscript>
</main>
<footer class="quiet">${landing.shop.name}</footer>
<div class="said" role="status"></div>
<script type="application/json" id="landing-facts">${jsonBlock(scriptFacts(landing))}</script>
</body>
</html>
`.text;
};

/** Draws the page that stands where there is none (404) or where the graph did not answer (503). */
export const renderStatusPage = (kind: 'notFound' | 'unavailable', locale: string, nonce: string): string => {
  const [heading, text] = pageWords(locale)[kind];
  return html`<!doctype html>
<html lang="${/^ru\b/i.test(locale) ? 'ru' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${heading}</title><style nonce="${nonce}">${raw(pageStyles)}</style></head>
<body><main class="status"><h1>${heading}</h1><p class="lead">${text}</p></main></body>
</html>
`.text;
};
