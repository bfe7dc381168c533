import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What the corpus lacks: binary, halves of characters, invisible text, and far too much of it. */
const worse: readonly string[] = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\udc00\ud800',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u202e\u2066',
  '\u0001\u0002\u001b[31m',
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('latin1'),
  'x'.repeat(100_000),
  '\u0301'.repeat(20_000),
  '🏳️‍🌈'.repeat(5_000),
];

/**
 * Texts that have broken somebody's program: the corpus of the full data sets, and what it lacks. For `*.data.test.ts`.
 * Where an answer is dear or fields are many, every so-manieth text of the corpus stands for its neighbours.
 */
export const naughtyTexts = ({ every = 1 }: { readonly every?: number } = {}): readonly string[] => {
  const path = resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'naughty-strings/blns.half.json');
  const corpus = JSON.parse(readFileSync(path, 'utf8')) as string[];
  return [...worse, ...corpus.filter((_, nth) => nth % every === 0)];
};
