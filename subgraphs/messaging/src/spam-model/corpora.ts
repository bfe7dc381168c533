import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One labelled text. */
export interface Labelled {
  readonly text: string;
  readonly isSpam: boolean;
  readonly corpus: 'telegram' | 'sms' | 'reviews' | 'own';
}

const linesOf = (folder: string, path: string): string[] =>
  readFileSync(join(folder, path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

/**
 * The labelled texts of a data folder: chat messages in Russian and English, short messages in English, and sentences of
 * product reviews, which are no spam and talk about goods as buyers do.
 */
export const readCorpora = (folder: string): Labelled[] => {
  const telegram = (['spam', 'ham'] as const).flatMap((label) =>
    linesOf(folder, `spam-telegram-ru-en/${label}.txt`).map((text) => ({
      text,
      isSpam: label === 'spam',
      corpus: 'telegram' as const,
    })),
  );
  const sms = linesOf(folder, 'sms-spam-en/SMSSpamCollection.half.tsv').map((line) => {
    const [label, text] = line.split('\t');
    return { text: text ?? '', isSpam: label === 'spam', corpus: 'sms' as const };
  });
  const reviews = ['amazon_cells', 'yelp'].flatMap((name) =>
    linesOf(folder, `reviews-sentiment-en/${name}_labelled.half.tsv`).map((line) => ({
      text: line.split('\t')[0] ?? '',
      isSpam: false,
      corpus: 'reviews' as const,
    })),
  );
  return [...telegram, ...sms, ...reviews];
};

/** Own examples of what buyers and shops write: training only, they are measured against nothing. */
export const ordinaryTalk = (): Labelled[] =>
  linesOf(fileURLToPath(new URL('.', import.meta.url)), 'ordinary-talk.txt').map((text) => ({
    text,
    isSpam: false,
    corpus: 'own',
  }));

const alike = new Map(
  [...'aаbвcсeеhнkкmмoоpрtтxхyу'].flatMap((letter, at, all) => (at % 2 ? [] : [[letter, all[at + 1] ?? '']])),
);

/**
 * Whether a text is held out (three in ten). Decided by the hash of its first 32 letters, look-alikes being one: the split
 * never changes with the filter, and texts that begin alike, as one advertisement in ten versions does, are on one side.
 */
export const isHeldOut = ({ text }: Labelled): boolean => {
  const letters = [...text.toLowerCase().replace(/[^\p{L}]/gu, '')]
    .slice(0, 32)
    .map((letter) => alike.get(letter) ?? letter);
  return (createHash('sha1').update(letters.join('')).digest()[0] ?? 0) % 10 < 3;
};
