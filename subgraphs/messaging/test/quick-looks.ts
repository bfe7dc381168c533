import { findEmails, searchEmails } from '../src/domain/spam/detect-emails.ts';
import { findLinks, searchLinks } from '../src/domain/spam/detect-links.ts';
import { findMessenger, searchMessenger } from '../src/domain/spam/detect-messengers.ts';
import { findOffer, searchOffer } from '../src/domain/spam/detect-offers.ts';
import { digitRuns, searchRuns } from '../src/domain/text/digit-runs.ts';
import { fold, latinise, resolve, resolveWords } from '../src/domain/text/fold.ts';

/**
 * Each detector looks quickly first whether a text can hold what it searches, which spares most texts the search. Names the
 * detectors whose quick look is wrong about a text: for tests, which show that there is none, whatever is written.
 */
export const differences = (text: string): string[] => {
  const folded = fold(text);
  const resolved = resolve(folded);
  const forms = { typed: text.toLowerCase(), folded, resolved };
  const pairs: readonly (readonly [name: string, quick: unknown, whole: unknown])[] = [
    ['resolve', resolved, resolveWords(folded)],
    ['runs', digitRuns(resolved, 1), searchRuns(resolved, 1)],
    ['emails', findEmails(folded, []), searchEmails(folded, [])],
    ['links', findLinks(latinise(folded), []), searchLinks(latinise(folded), [])],
    ['messenger', findMessenger(forms), searchMessenger(forms)],
    ['offer', findOffer(resolved), searchOffer(resolved)],
  ];
  return pairs.filter(([, quick, whole]) => JSON.stringify(quick) !== JSON.stringify(whole)).map(([name]) => name);
};
