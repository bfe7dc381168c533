import { formatMoney, timeLeft } from '../format.ts';
import { type Html, html, safeUrl } from '../html.ts';
import type { SectionData, SectionOf } from '../landing-data.ts';
import { renderPicture } from '../picture.ts';
import { renderHero } from './hero-video.ts';
import { firstToBuy, type Reading, renderBuyButton, renderProductCard } from './product-card.ts';

/** What sections know of the page they stand in. */
export interface PageAround extends Reading {
  readonly title: string;
  readonly now: Date;
  /** Where "buy" in the hero leads: the first product grid. */
  readonly gridId: string | undefined;
}

/** Ids of sections are the shop's; as anchors they get a form of their own. */
export const anchorOf = ({ id }: { readonly id: string }): string => `s-${id.replace(/[^\w-]/g, '')}`;

/** A section with a heading is a landmark by that name; one without is none, rather than a nameless one. */
const framed = (section: SectionData, kind: string, body: Html | readonly Html[]): Html => {
  const anchor = anchorOf(section);
  return section.headline
    ? html`<section class="${kind}" id="${anchor}" aria-labelledby="${anchor}-h"><h2 id="${anchor}-h">${section.headline}</h2>${body}</section>`
    : html`<section class="${kind}" id="${anchor}">${body}</section>`;
};

/** Plain text of the shop: an empty line starts a new paragraph, everything else stays words. */
const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph.trim()}</p>`);

const renderGrid = (section: SectionOf<'ProductGridSection'>, around: PageAround): Html | undefined => {
  const level = section.headline ? 3 : 2;
  const cards = section.products
    .map((product) => renderProductCard(product, around, level))
    .filter((card) => card !== undefined);
  return cards.length > 0 ? framed(section, 'grid', html`<div class="cards">${cards}</div>`) : undefined;
};

const renderGallery = (section: SectionOf<'GallerySection'>): Html | undefined => {
  const pictures = section.images
    .map((image) => renderPicture(image, { sizes: '(min-width: 900px) 360px, 50vw' }))
    .filter((picture) => picture !== undefined);
  if (pictures.length === 0) return undefined;
  return framed(
    section,
    'gallery',
    html`<ul class="pictures">${pictures.map((picture) => html`<li>${picture}</li>`)}</ul>`,
  );
};

const renderReviews = (section: SectionOf<'ReviewsSection'>, { words }: PageAround): Html =>
  framed(
    section,
    'reviews',
    section.quotes.map(
      ({ author, text, rating }) =>
        html`<figure><blockquote>${paragraphs(text)}</blockquote><figcaption>${author}${
          rating &&
          html` <span class="stars" role="img" aria-label="${words.stars(rating)}">${'★'.repeat(rating)}${'☆'.repeat(Math.max(0, 5 - rating))}</span>`
        }</figcaption></figure>`,
    ),
  );

/** Drawn as it stands now, so that it is right without its script; the script makes it tick. */
const renderCountdown = (section: SectionOf<'CountdownSection'>, { words, now }: PageAround): Html | undefined => {
  if (!section.endsAt) return undefined;
  const endsAt = new Date(section.endsAt);
  if (endsAt <= now) return framed(section, 'countdown', html`<p>${section.endedText}</p>`);
  const left = timeLeft(endsAt, now);
  return framed(
    section,
    'countdown',
    html`<p data-countdown="${endsAt.toISOString()}" data-ended="${section.endedText}"><span class="quiet">${words.endsIn}</span> <time datetime="${endsAt.toISOString()}" role="timer">${left.map(
      (value, index) => html`<b data-unit>${value}</b> ${words.units[index] ?? ''} `,
    )}</time></p>`,
  );
};

/** Sells a product or leads to an address; a product no longer there leaves nothing to press. */
const renderCta = (section: SectionOf<'CtaSection'>, { locale, words }: PageAround): Html | undefined => {
  const url = safeUrl(section.url);
  const variant = section.product ? firstToBuy(section.product) : undefined;
  if (section.product && variant)
    return framed(
      section,
      'cta',
      html`<p>${section.product.title}, <strong>${formatMoney(variant.price, locale)}</strong></p>${renderBuyButton(variant, section.product.title, section.label, words)}`,
    );
  return url
    ? framed(section, 'cta', html`<p><a class="button" href="${url}" rel="noopener">${section.label}</a></p>`)
    : undefined;
};

/** Draws one section; undefined when there is nothing in it to show (products gone, pictures not rendered yet). */
export const renderSection = (section: SectionData, around: PageAround): Html | undefined => {
  switch (section.__typename) {
    case 'HeroVideoSection':
      return renderHero(section, around.title, around.gridId);
    case 'ProductGridSection':
      return renderGrid(section, around);
    case 'TextSection':
      return framed(section, 'text', paragraphs(section.body));
    case 'GallerySection':
      return renderGallery(section);
    case 'ReviewsSection':
      return renderReviews(section, around);
    case 'CountdownSection':
      return renderCountdown(section, around);
    case 'FaqSection':
      return framed(
        section,
        'faq',
        section.items.map(
          ({ question, answer }) => html`<details><summary>${question}</summary>${paragraphs(answer)}</details>`,
        ),
      );
    case 'CtaSection':
      return renderCta(section, around);
  }
};
