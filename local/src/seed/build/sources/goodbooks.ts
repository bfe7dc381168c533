import { isbn13FromIsbn10 } from '../../gtin.ts';
import { derivedStock, hashPick } from '../../hash.ts';
import type { ProductRow } from '../../schema.ts';
import { bookPriceMinor } from '../derive.ts';
import { currencyOf } from '../shops.ts';
import { languageOfScript, tidy } from '../text.ts';
import { openCsv } from './open.ts';

const BOOKS_GOOGLE_ID = 784;

/** Goodreads writes ISO 639-2 and a few locales; rows are kept in ISO 639-1 where there is one. */
const LANGUAGES: Record<string, string> = {
  eng: 'en',
  en: 'en',
  'en-US': 'en',
  'en-GB': 'en',
  'en-CA': 'en',
  ara: 'ar',
  ind: 'id',
  fre: 'fr',
  spa: 'es',
  ger: 'de',
  per: 'fa',
  jpn: 'ja',
  por: 'pt',
  pol: 'pl',
  ita: 'it',
  nl: 'nl',
  tur: 'tr',
  dan: 'da',
  fil: 'fil',
  swe: 'sv',
  rum: 'ro',
  rus: 'ru',
};

const SHOP_BY_LANGUAGE: Record<string, string> = {
  ar: 'dar-al-kutub',
  fa: 'dar-al-kutub',
  ja: 'panel-and-ink',
  ru: 'knizhny-prichal',
  de: 'buchladen-linde',
  nl: 'buchladen-linde',
  da: 'buchladen-linde',
  sv: 'buchladen-linde',
  pl: 'buchladen-linde',
  fr: 'librairie-du-quai',
  es: 'librairie-du-quai',
  it: 'librairie-du-quai',
  pt: 'librairie-du-quai',
  ro: 'librairie-du-quai',
  tr: 'librairie-du-quai',
};

const GENERAL_SHOPS = [
  'knizhny-prichal',
  'bukva-i-slovo',
  'harbor-pages',
  'lantern-books',
  'cedar-shelf',
  'maple-reads',
  'thames-reader',
  'highland-books',
  'buchladen-linde',
  'librairie-du-quai',
] as const;

const shopFor = (book: Record<string, string>, language: string, hasRussian: boolean): string => {
  if (hasRussian) return 'knizhny-prichal';
  if (/\b(vol\.|volume|tome) ?\d/i.test(book.title ?? '')) return 'panel-and-ink';
  if (book.language_code === 'en-CA') return 'maple-reads';
  if (book.language_code === 'en-GB') return hashPick(`shop:${book.book_id}`, ['thames-reader', 'highland-books']);
  return SHOP_BY_LANGUAGE[language] ?? hashPick(`shop:${book.book_id}`, GENERAL_SHOPS);
};

/**
 * ISBN-13 of a book. The source's `isbn13` column went through a spreadsheet (9.78043902348e+12), so the number is
 * rebuilt from the intact ISBN-10 and accepted only when both columns agree in the twelve digits that are left.
 */
const gtinOf = (book: Record<string, string>): string | undefined => {
  const isbn13 = book.isbn ? isbn13FromIsbn10(book.isbn) : undefined;
  if (!isbn13 || !book.isbn13) return undefined;
  return Number(Number(isbn13).toPrecision(12)) === Number(Number(book.isbn13).toPrecision(12)) ? isbn13 : undefined;
};

const attributesOf = (
  book: Record<string, string>,
  title: string,
  original: string,
  language: string,
): ProductRow['attributes'] => {
  const authors = (book.authors ?? '').split(',').map(tidy).filter(Boolean);
  const year = /^-?\d+/.exec(book.original_publication_year ?? '')?.[0];
  const bareTitle = title.replace(/ \([^()]*#[^()]*\)$/, '');
  return [
    { code: 'author', values: [...new Set(authors)] },
    { code: 'language', values: [language] },
    ...(year ? [{ code: 'publication-year', values: [year] }] : []),
    ...(original && original !== bareTitle && original !== title
      ? [{ code: 'original-title', values: [original] }]
      : []),
  ];
};

const toProduct = (book: Record<string, string>): ProductRow => {
  const id = book.book_id ?? '';
  const title = tidy(book.title ?? '');
  const original = tidy(book.original_title ?? '');
  const stated = LANGUAGES[book.language_code ?? ''];
  const language = stated ?? languageOfScript(title) ?? 'en';
  const russianOriginal = languageOfScript(original) === 'ru' ? original : undefined;
  const titles = { [language]: title, ...(russianOriginal && language !== 'ru' ? { ru: russianOriginal } : {}) };
  const shopSlug = shopFor(book, language, 'ru' in titles);
  const currency = currencyOf(shopSlug);
  const gtin = gtinOf(book);
  return {
    externalId: `goodbooks-${id}`,
    shopSlug,
    source: 'goodbooks-10k',
    language,
    titles,
    descriptions: {},
    ...(gtin ? { gtin } : {}),
    categoryGoogleId: BOOKS_GOOGLE_ID,
    attributes: attributesOf(book, title, original, language),
    optionAxes: [],
    variants: [
      {
        sku: `GB-${id}`,
        options: {},
        priceMinor: bookPriceMinor(id, currency),
        currency,
        onHand: derivedStock(`goodbooks-${id}`),
      },
    ],
    images: [],
    derived: stated ? ['price', 'stock'] : ['price', 'stock', 'language'],
  };
};

/** Books of goodbooks-10k. A Russian original title stands beside the title of the edition, because it names the same book. */
export const loadGoodbooks = async (): Promise<ProductRow[]> =>
  (await openCsv('goodbooks-10k', 'books.half.csv')).map(toProduct);
