import { formatMoney } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { ProductData, VariantData } from '../landing-data.ts';
import { renderPicture } from '../picture.ts';
import type { PageWords } from '../words.ts';

/** Language of the page, and what it says. */
export interface Reading {
  readonly locale: string;
  readonly words: PageWords;
}

/** What a person would buy first: in stock, in the seller's order. */
export const firstToBuy = ({ variants }: ProductData): VariantData | undefined =>
  variants.nodes.find(({ available }) => available > 0) ?? variants.nodes[0];

const variantName = ({ options }: VariantData): string => options.map(({ value }) => value.label).join(' · ');

/** Exact numbers only when few are left: that is when they matter. */
const stockLine = (variant: VariantData, words: PageWords): string =>
  variant.available > 0 ? words.inStock(variant.available) : words.soldOut;

/** Only products with several variants have a choice; sold-out ones are shown but cannot be taken. */
const renderChoice = (product: ProductData, chosen: VariantData, { locale, words }: Reading): Html | undefined => {
  const { nodes } = product.variants;
  if (nodes.length < 2) return undefined;
  return html`<label class="choice"><span class="quiet">${words.variant}</span> <select data-variants>${nodes.map(
    (variant, index) =>
      html`<option value="${variant.id}" data-price="${formatMoney(variant.price, locale)}" data-stock="${stockLine(variant, words)}"${
        variant.available > 0 ? '' : html` disabled`
      }${variant === chosen ? html` selected` : ''}>${variantName(variant) || String(index + 1)}</option>`,
  )}</select></label>`;
};

/** The button that puts a variant into the cart. Without its script it says why it cannot be pressed. */
export const renderBuyButton = (variant: VariantData, title: string, label: string, words: PageWords): Html =>
  variant.available > 0
    ? html`<button type="button" class="buy" data-buy="${variant.id}" data-title="${title}" aria-label="${label}: ${title}" disabled>${label}</button>`
    : html`<button type="button" class="buy" disabled>${words.soldOut}</button>`;

/** A product with its live price and stock. A product without variants cannot be sold and is not shown. */
export const renderProductCard = (product: ProductData, reading: Reading, level: 2 | 3): Html | undefined => {
  const { locale, words } = reading;
  const chosen = firstToBuy(product);
  if (!chosen) return undefined;
  const picture = product.images[0];
  const title = level === 2 ? html`<h2>${product.title}</h2>` : html`<h3>${product.title}</h3>`;
  return html`<article class="card" data-product="${product.id}">
${picture && renderPicture(picture, { sizes: '(min-width: 900px) 270px, 45vw' })}
${title}
<p class="price"><strong data-price>${formatMoney(chosen.price, locale)}</strong> <span class="quiet" data-stock>${stockLine(chosen, words)}</span></p>
${renderChoice(product, chosen, reading)}
${renderBuyButton(chosen, product.title, words.buy, words)}
</article>`;
};
