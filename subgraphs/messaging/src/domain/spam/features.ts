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

/** What of a text can be counted letter by letter; anything beyond the two alphabets is left to the patterns of Unicode. */
const scan = (text: string): { readonly letters: number; readonly capitals: number; readonly hasOthers: boolean } => {
  let [letters, capitals] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      const small = code | 0x20;
      if (small >= 0x61 && small <= 0x7a) {
        letters += 1;
        if (code < 0x61) capitals += 1;
      }
    } else if (code >= 0x410 && code <= 0x44f) {
      letters += 1;
      if (code < 0x430) capitals += 1;
    } else if (code === 0x401 || code === 0x451) {
      letters += 1;
      if (code === 0x401) capitals += 1;
    } else return { letters, capitals, hasOthers: true };
  }
  return { letters, capitals, hasOthers: false };
};

const lettersOf = (text: string): { letters: number; capitals: number; emoji: number } => {
  const { letters, capitals, hasOthers } = scan(text);
  if (!hasOthers) return { letters, capitals, emoji: 0 };
  return {
    letters: count(text, /\p{L}/gu),
    capitals: count(text, /\p{Lu}/gu),
    emoji: count(text, /\p{Extended_Pictographic}/gu),
  };
};

/** A text in the forms in which it is looked at. */
export interface Reading {
  /** As it was typed. */
  readonly text: string;
  readonly folded: string;
  readonly resolved: string;
}

/** Folds a text once for all who look at it. */
export const readingOf = (text: string): Reading => {
  const folded = fold(text);
  return { text, folded, resolved: resolve(folded) };
};

const disguisedIn = (folded: string): number =>
  /[a-z]\d*[а-я]|[а-я]\d*[a-z]/.test(folded) ? (folded.match(/[a-zа-я0-9]+/g) ?? []).filter(isDisguised).length : 0;

/** The words and facts of a text, with hidden letters made plain first. */
export const featuresOf = ({ text, folded, resolved }: Reading): TextFeatures => {
  const words = resolved.match(/[a-zа-я]{3,24}/g) ?? [];
  const { letters, capitals, emoji } = lettersOf(text);
  const hasDigit = /\d/.test(folded);
  return {
    words: new Set(words),
    facts: {
      links: upTo(count(folded, /https?:\/\/|www\.|\bt\.me\b/g), 2),
      handles: folded.includes('@') ? upTo(count(folded, /(?<![a-z0-9.])@[a-z]/g), 2) : 0,
      longNumbers: hasDigit ? upTo(count(folded, /\d{5,}/g), 2) : 0,
      moneySums: hasDigit ? upTo(count(folded, money), 2) : 0,
      percents: hasDigit && folded.includes('%') ? upTo(count(folded, /\d\s?%/g), 2) : 0,
      emoji: upTo(emoji, 6),
      exclamations: folded.includes('!') ? upTo(count(folded, /!/g), 4) : 0,
      capitals: letters < 12 ? 0 : capitals / letters,
      disguisedWords: upTo(disguisedIn(folded), 4),
      length: upTo(words.length, 40),
    },
  };
};
