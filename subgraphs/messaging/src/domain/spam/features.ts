import { fold, isDisguised, resolve } from '../text/fold.ts';

/** What the model looks at in one text: words it holds, and named facts between 0 and 1. */
export interface TextFeatures {
  readonly words: ReadonlySet<string>;
  readonly facts: Readonly<Record<FactName, number>>;
}

/** Facts beside the words; each between 0 and 1, so that their weights compare. */
export const factNames = [
  'links',
  'handles',
  'longNumbers',
  'moneySums',
  'percents',
  'emoji',
  'exclamations',
  'capitals',
  'disguisedWords',
  'length',
] as const;
export type FactName = (typeof factNames)[number];

/** One for `most` or more, none for none, and in between by share. */
const upTo = (count: number, most: number): number => Math.min(count, most) / most;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const money = /[$€£₽₹]\s?\d|\d[\d\s.,]{0,12}(?:[$€£₽₹]|usd|руб|р\b|грн|p\b|pence|pounds?)/g;

/** The words and facts of a text, with hidden letters made plain first. */
export const featuresOf = (text: string): TextFeatures => {
  const folded = fold(text);
  const words = resolve(folded).match(/[a-zа-я]{3,24}/g) ?? [];
  const letters = count(text, /\p{L}/gu);
  return {
    words: new Set(words),
    facts: {
      links: upTo(count(folded, /https?:\/\/|www\.|\bt\.me\b/g), 2),
      handles: upTo(count(folded, /(?<![a-z0-9.])@[a-z]/g), 2),
      longNumbers: upTo(count(folded, /\d{5,}/g), 2),
      moneySums: upTo(count(folded, money), 2),
      percents: upTo(count(folded, /\d\s?%/g), 2),
      emoji: upTo(count(text, /\p{Extended_Pictographic}/gu), 6),
      exclamations: upTo(count(folded, /!/g), 4),
      capitals: letters < 12 ? 0 : count(text, /\p{Lu}/gu) / letters,
      disguisedWords: upTo((folded.match(/[a-zа-я0-9]+/g) ?? []).filter(isDisguised).length, 4),
      length: upTo(words.length, 40),
    },
  };
};
