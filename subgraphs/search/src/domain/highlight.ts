import { normalise } from './text.ts';

export interface Fragment {
  readonly text: string;
  readonly matches: boolean;
}

/** What matching words look for: stems, and whole words for what has no stem. */
export interface Marks {
  readonly stems: readonly string[];
  readonly words: readonly string[];
  /** Matches every word it begins: what is still being typed. */
  readonly prefix?: string | undefined;
}

/** Endings that a word form may add to its stem. */
const maxEndingLength = 4;

const isMatch = (word: string, { stems, words, prefix }: Marks): boolean => {
  const plain = normalise(word);
  return (
    words.includes(plain) ||
    (prefix !== undefined && plain.startsWith(prefix)) ||
    stems.some((stem) => stem.length > 1 && plain.startsWith(stem) && plain.length <= stem.length + maxEndingLength)
  );
};

/** Cuts a title where matching words begin and end; joined, the fragments are the title again. */
export const highlight = (title: string, marks: Marks): Fragment[] => {
  const fragments: Fragment[] = [];
  for (const [text] of title.matchAll(/[\p{L}\p{N}\p{M}'’]+|[^\p{L}\p{N}\p{M}'’]+/gu)) {
    const matches = isMatch(text, marks);
    const last = fragments.at(-1);
    if (last && last.matches === matches) fragments[fragments.length - 1] = { text: last.text + text, matches };
    else fragments.push({ text, matches });
  }
  return fragments;
};
