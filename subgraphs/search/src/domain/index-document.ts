import { exponentOf } from '@vitrina/platform/money';
import type { SearchableField } from './index-declaration.ts';
import { priceSteps } from './index-declaration.ts';
import { type LocalisedText, toLocalisedText } from './localised-text.ts';
import { codeOf, hasDigit, wordsOf } from './text.ts';

interface Texts {
  readonly locale: string;
  readonly text: string;
}

/** A product as the catalogue flattens it for search. */
export interface CatalogDocument {
  readonly productId: string;
  readonly version: number;
  readonly shopId: string;
  readonly titles: readonly Texts[];
  readonly descriptions: readonly Texts[];
  readonly brand?: string | null | undefined;
  readonly gtin?: string | null | undefined;
  /** Root first. */
  readonly categories: readonly { readonly id: string; readonly names: readonly Texts[] }[];
  readonly attributes: readonly {
    readonly code: string;
    readonly values: readonly string[];
    readonly filterable: boolean;
    readonly names: readonly Texts[];
  }[];
  readonly minPriceMinor: string;
  readonly maxPriceMinor: string;
  readonly currency: string;
  readonly inStock: boolean;
  readonly skus: readonly string[];
  readonly createdAt: string;
}

/** A product as every engine keeps it. */
export interface IndexDocument {
  readonly productId: string;
  readonly version: number;
  readonly shopId: string;
  /** The category path, root first. */
  readonly categoryIds: readonly string[];
  readonly brand: string | null;
  readonly currency: string;
  readonly minPriceMinor: string;
  readonly maxPriceMinor: string;
  /** `EUR:3`: the currency and the index of the price range. */
  readonly priceRange: string;
  readonly inStock: boolean;
  /** `code=value` of the attributes buyers may filter by. */
  readonly attributes: readonly string[];
  readonly titles: LocalisedText;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Normalised words by field, joined by spaces. */
  readonly words: Readonly<Record<SearchableField, string>>;
}

/** The index of the range a price lies in; {@link priceSteps} holds the upper bounds. */
export const priceRangeOf = (amountMinor: bigint, currency: string): string => {
  const scale = 10n ** BigInt(exponentOf(currency));
  const index = priceSteps.findIndex((step) => amountMinor < BigInt(step) * scale);
  return `${currency}:${index < 0 ? priceSteps.length : index}`;
};

/** Text of descriptions that is looked at; the rest of a longer one adds noise, not finds. */
const maxDescriptionLength = 4_000;

const texts = (list: readonly Texts[]): string[] => list.map(({ text }) => text);
const joined = (parts: readonly string[]): string => wordsOf(parts.join(' \n ')).join(' ');

/** Attribute values that are words; numbers alone ("2", "0.01", "true") would only find by accident. */
const tellingValues = (document: CatalogDocument): string[] =>
  document.attributes.flatMap(({ values }) =>
    values.filter((value) => /\p{L}{2}/u.test(value) && !/^(true|false)$/.test(value)),
  );

const codesOf = ({ skus, gtin }: CatalogDocument): string[] =>
  [...skus, ...(gtin ? [gtin] : [])].flatMap((code) => {
    const compact = codeOf(code);
    return compact === '' ? [] : [compact];
  });

/** What engines keep of a product. Pure: the same product always gives the same document. */
export const toIndexDocument = (document: CatalogDocument): IndexDocument => {
  const own = document.categories.at(-1);
  const above = document.categories.slice(0, -1);
  const leading = document.attributes.filter(({ filterable }) => filterable);
  return {
    productId: document.productId,
    version: document.version,
    shopId: document.shopId,
    categoryIds: document.categories.map(({ id }) => id),
    brand: document.brand?.trim() || null,
    currency: document.currency,
    minPriceMinor: document.minPriceMinor,
    maxPriceMinor: document.maxPriceMinor,
    priceRange: priceRangeOf(BigInt(document.minPriceMinor), document.currency),
    inStock: document.inStock,
    attributes: leading.flatMap(({ code, values }) => values.map((value) => `${code}=${value}`)),
    titles: toLocalisedText(document.titles),
    createdAt: new Date(document.createdAt).toISOString(),
    words: {
      title: joined([...texts(document.titles), ...codesOf(document)]),
      naming: joined([document.brand ?? '', ...tellingValues(document)]),
      filing: joined(own ? texts(own.names) : []),
      telling: joined([
        ...above.flatMap(({ names }) => texts(names)),
        ...texts(document.descriptions).map((text) => text.slice(0, maxDescriptionLength)),
      ]),
    },
  };
};

/** Distinct words of a document that may be corrected to: what has a digit is a number or a model. */
export const vocabularyOf = ({ words }: IndexDocument): string[] => [
  ...new Set(
    Object.values(words)
      .flatMap((text) => text.split(' '))
      .filter((word) => word.length > 1 && !hasDigit(word)),
  ),
];
