import { type Fragment, highlight } from '../domain/highlight.ts';
import { switchLayout } from '../domain/keyboard-layout.ts';
import { textIn } from '../domain/localised-text.ts';
import { maxQueryWords } from '../domain/query-words.ts';
import { isLatin, wordsOf } from '../domain/text.ts';
import { toCyrillic } from '../domain/transliterate.ts';
import { readCompletions } from '../queries/suggestions.ts';
import type { Services } from '../services.ts';

export type SuggestionLine =
  | { readonly __typename: 'QuerySuggestion'; readonly query: string }
  | { readonly __typename: 'CategorySuggestion'; readonly categoryId: string }
  | { readonly __typename: 'ProductSuggestion'; readonly productId: string; readonly title: readonly Fragment[] };

/** Products begin to be looked up at this length of a single word: fewer letters match nearly everything. */
const minProductPrefix = 3;

const productLines = async (
  services: Services,
  words: readonly string[],
  closedShopIds: readonly string[],
  locale: string,
  limit: number,
) => {
  if (words.length === 1 && (words[0]?.length ?? 0) < minProductPrefix) return [];
  const hits = await services.engine.complete(words, closedShopIds, limit);
  return hits.map(({ productId, titles }): SuggestionLine => {
    const title = textIn(titles, locale) ?? '';
    return {
      __typename: 'ProductSuggestion',
      productId,
      title: highlight(title, { stems: words, words, prefix: words.at(-1) }),
    };
  });
};

const linesFor = async (services: Services, words: readonly string[], locale: string, first: number) => {
  const limits = { queries: first, categories: Math.max(1, Math.floor(first / 4)) };
  const found = await readCompletions(services.database.orm, words, limits);
  const products = await productLines(services, words, found.closedShopIds, locale, first);
  const queries = [...new Set([...found.queries, ...found.words])]
    .slice(0, first)
    .map((query): SuggestionLine => ({ __typename: 'QuerySuggestion', query }));
  const lines = found.categoryIds.map(
    (categoryId): SuggestionLine => ({ __typename: 'CategorySuggestion', categoryId }),
  );
  // Half of the lines are for products; what one kind leaves free the others take.
  const forProducts = Math.min(products.length, Math.max(Math.ceil(first / 2), first - queries.length - lines.length));
  const forQueries = Math.max(0, first - lines.length - forProducts);
  return [...queries.slice(0, forQueries), ...lines, ...products].slice(0, first);
};

/** Completes what was typed; if nothing does, what the same keys give on the other layout, or the letters in Cyrillic. */
export const suggest = async (
  services: Services,
  prefix: string,
  locale: string,
  first: number,
): Promise<SuggestionLine[]> => {
  const typed = wordsOf(prefix).slice(0, maxQueryWords);
  const readings = [typed, wordsOf(switchLayout(prefix) ?? ''), typed.every(isLatin) ? typed.map(toCyrillic) : []];
  for (const words of readings) {
    if (words.length === 0) continue;
    const lines = await linesFor(services, words, locale, first);
    if (lines.length > 0) return lines;
  }
  return [];
};
