import { derivedStock, hashInRange, hashPick } from './hash.ts';
import { readProducts } from './read.ts';
import type { ProductRow, VariantRow } from './schema.ts';

/** Words of a kind that are kept; a bound, so that the generator's memory depends on nothing but this. */
const MAX_TOKENS = 2_000;

/** Adjectives of editions; only those that a real title carries are used. */
const EDITION =
  /\b(deluxe|premium|professional|standard|platinum|gold|ultimate|home|complete|advanced|essential|classic|special|limited|extended|academic|compact|portable|smart|digital|personal|cordless)\b/gi;

/** Words taken from the real rows, with which varied titles are made. */
interface Tokens {
  editions: string[];
  brands: string[];
  colours: string[];
  patterns: string[];
  bookTitles: Map<string, string[]>;
}

const addTo = (list: string[], value: string | undefined): void => {
  if (value && list.length < MAX_TOKENS && !list.includes(value)) list.push(value);
};

/** "The Hobbit" of "The Hobbit (Middle-Earth, #0)". */
const bareTitle = (title: string): string => title.replace(/ \([^()]*\)$/, '');

const collectBookTitles = (tokens: Tokens, row: ProductRow): void => {
  for (const [language, title] of Object.entries(row.titles)) {
    const titles = tokens.bookTitles.get(language) ?? [];
    if (titles.length < MAX_TOKENS) titles.push(bareTitle(title));
    tokens.bookTitles.set(language, titles);
  }
};

const collectTokens = async (): Promise<Tokens> => {
  const tokens: Tokens = { editions: [], brands: [], colours: [], patterns: [], bookTitles: new Map() };
  for await (const row of readProducts()) {
    if (row.source === 'goodbooks-10k') {
      collectBookTitles(tokens, row);
      continue;
    }
    for (const word of row.titles.en?.match(EDITION) ?? []) addTo(tokens.editions, word.toLowerCase());
    if (row.source === 'amazon-google') addTo(tokens.brands, row.brand);
    const patterns = row.attributes.find(({ code }) => code === 'pattern')?.values ?? [];
    for (const pattern of patterns) addTo(tokens.patterns, pattern);
    if (row.source !== 'commerceml-1c-ru') {
      for (const colour of row.optionAxes.find(({ code }) => code === 'color')?.values ?? [])
        addTo(tokens.colours, colour);
    }
  }
  return tokens;
};

const variedTitle = (title: string, language: string, row: ProductRow, key: string, tokens: Tokens): string => {
  switch (row.source) {
    case 'goodbooks-10k':
      // Two real titles in one volume keep the words, and so the work of a search engine, realistic.
      return `${bareTitle(title)} / ${hashPick(`with:${key}`, tokens.bookTitles.get(language) ?? [title])}`;
    case 'commerceml-1c-ru':
      return `${title} (${hashPick(`pattern:${key}`, tokens.patterns)})`;
    case 'amazon-google': {
      const core = row.brand && title.startsWith(`${row.brand} `) ? title.slice(row.brand.length + 1) : title;
      return `${row.brand ?? hashPick(`brand:${key}`, tokens.brands)} ${core} ${hashPick(`edition:${key}`, tokens.editions)}`;
    }
    default:
      return language === 'en'
        ? `${title} ${hashPick(`edition:${key}`, tokens.editions)}, ${hashPick(`colour:${key}`, tokens.colours)}`
        : `${title}, ${hashPick(`colour:${key}`, tokens.colours)}`;
  }
};

const scaled = (amountMinor: number, percent: number): number => Math.max(1, Math.round((amountMinor * percent) / 100));

const variedVariant = (variant: VariantRow, key: string, pass: number): VariantRow => {
  const percent = hashInRange(`percent:${key}`, 70, 140);
  return {
    ...variant,
    sku: `${variant.sku}-G${pass}`,
    priceMinor: scaled(variant.priceMinor, percent),
    ...(variant.compareAtMinor ? { compareAtMinor: scaled(variant.compareAtMinor, percent) } : {}),
    onHand: derivedStock(`${key}:${variant.sku}`),
  };
};

const variedProduct = (row: ProductRow, pass: number, seed: number, tokens: Tokens): ProductRow => {
  const key = `${seed}:${pass}:${row.externalId}`;
  const titles = Object.fromEntries(
    Object.entries(row.titles).map(([language, title]) => [language, variedTitle(title, language, row, key, tokens)]),
  );
  // A made-up article has no number in the world's registers, so it must not borrow a real one.
  const { gtin: _real, ...rest } = row;
  return {
    ...rest,
    externalId: `${row.externalId}-g${pass}`,
    titles,
    variants: row.variants.map((variant) => variedVariant(variant, key, pass)),
    derived: ['row', 'price', 'stock'],
  };
};

/**
 * Multiplies the real rows for load: first every real row as it is, then round after round of variations whose titles
 * are made of words that real rows hold. The n-th row depends on the seed and n alone, whatever `count` is. The file is
 * streamed anew for each round, so memory does not grow with `count`.
 */
export async function* generateProducts(wanted: { count: number; seed: number }): AsyncGenerator<ProductRow> {
  if (wanted.count <= 0) return;
  const tokens = await collectTokens();
  let made = 0;
  for (let pass = 0; ; pass += 1) {
    for await (const row of readProducts()) {
      yield pass === 0 ? row : variedProduct(row, pass, wanted.seed, tokens);
      made += 1;
      if (made === wanted.count) return;
    }
    if (made === 0) throw new Error('the data set holds no products to multiply');
  }
}
