import { type Fragment, highlight } from '../domain/highlight.ts';
import { type LocalisedText, textIn } from '../domain/localised-text.ts';
import type { SearchOutcome } from '../usecases/search-goods.ts';

/** The title in the reader's language with the words marked that the search was for. */
export const titleFragments = (titles: LocalisedText, { groups }: SearchOutcome, locale: string): Fragment[] => {
  const telling = groups.filter(({ stopWord }) => !stopWord);
  return highlight(textIn(titles, locale) ?? '', {
    stems: telling.flatMap(({ stems }) => stems),
    words: telling.flatMap(({ alternatives }) => alternatives),
  });
};
