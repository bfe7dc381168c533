import { describe, expect, it } from 'vitest';
import { candidateWords, chunksOf, codeIn, queryKey } from './query-words.ts';
import {
  type Knowledge,
  likelyTerms,
  resolveQuery,
  type Term,
  tellingGroups,
  unexplainedWords,
} from './resolve-query.ts';
import { soundKey } from './sound-key.ts';

/** A stand-in for the stemmer: enough for these words. */
const stemOf = (word: string) => word.replace(/(ами|и|ы|а|о|s)$/, '');
const term = (word: string, documents = 10): Term => ({
  word,
  stem: stemOf(word),
  soundKey: soundKey(word),
  documents,
});
const goods = [
  term('коврик', 35),
  term('совы', 2),
  term('наказание', 1),
  term('преступление', 1),
  term('dostoyevsky', 4),
  term('photoshop', 45),
  term('potter', 14),
  term('harry', 20),
  term('кресло', 2),
];

const resolve = (query: string, terms: readonly Term[] = goods) => {
  const chunks = chunksOf(query);
  const vocabulary = new Map(
    candidateWords(chunks).map((word): [string, Knowledge] => [
      word,
      {
        stem: stemOf(word),
        forms: terms.filter(({ stem }) => stem === stemOf(word)),
        alike: terms.filter((other) => other.stem !== stemOf(word) && other.soundKey === soundKey(word)),
      },
    ]),
  );
  const nearest = new Map(unexplainedWords(chunks, vocabulary).map((word) => [word, terms]));
  return resolveQuery(chunks, vocabulary, nearest);
};
const shown = (query: string, terms?: readonly Term[]) =>
  resolve(query, terms)
    .map((group) => group.shown)
    .join(' ');

describe('what a query means', () => {
  it.each([
    ['коврики', 'коврики', 'a word form is known'],
    ['rjdhbr', 'коврик', 'the keys of the other layout'],
    ['kovrik', 'коврик', 'Russian in Latin letters'],
    ['каврик', 'коврик', 'a misspelt vowel'],
    ['коврки', 'коврик', 'swapped letters'],
    ['достоевский', 'dostoyevsky', 'a name in the other alphabet'],
    ['фотошоп', 'photoshop', 'a loan word'],
    ['harry poter', 'harry potter', 'a letter not doubled'],
    ['ghtcnegktybt b yfrfpfybt', 'преступление и наказание', 'the other layout with a stop word in it'],
    ['prestuplenie i nakazanie', 'преступление и наказание', 'Latin letters with a stop word in it'],
  ])('%s is %s: %s', (query, meant) => {
    expect(shown(query)).toBe(meant);
  });

  it('leaves a word alone that nothing is near to', () => {
    const [group] = resolve('xyzzyqwert');
    expect(group).toMatchObject({ shown: 'xyzzyqwert', known: false, corrected: false });
  });

  it('never corrects short words, numbers and models', () => {
    expect(shown('tv', [term('tb')])).toBe('tv');
    expect(shown('pm421', [term('pm42')])).toBe('pm421');
  });

  it('prefers a known word to any correction of it', () => {
    expect(resolve('кресла')).toMatchObject([{ shown: 'кресла', corrected: false, known: true }]);
  });

  it('searches for a known word’s twin in the other alphabet as well', () => {
    const [group] = resolve('мастер', [term('мастер'), term('master')]);
    expect(group).toMatchObject({ alternatives: ['мастер', 'master'], corrected: false });
  });

  it('does not insist on stop words, unless there is nothing else', () => {
    expect(tellingGroups(resolve('коврик с совами')).map((group) => group.shown)).toEqual(['коврик', 'совами']);
    expect(tellingGroups(resolve('it')).map((group) => group.shown)).toEqual(['it']);
  });
});

describe('likely terms', () => {
  it('put the nearest first, then the one that more goods have', () => {
    const found = likelyTerms('коврек', [term('коврик', 1), term('ковров', 99), term('коврига', 50)]);
    expect(found[0]?.word).toBe('коврик');
  });

  it('are none for a word that is only vaguely like others', () => {
    expect(likelyTerms('стол', [term('стул'), term('кресло')]).map(({ word }) => word)).toEqual(['стул']);
    expect(likelyTerms('шкаф', [term('стул'), term('кресло')])).toEqual([]);
  });
});

describe('pieces of a query', () => {
  it('know a number of goods by its digits', () => {
    expect(codeIn('978-0-385 33414-3')).toBe('9780385334143');
    expect(codeIn('коврик')).toBeUndefined();
    expect(codeIn('ps3')).toBeUndefined();
  });

  it('are at most sixteen words', () => {
    expect(chunksOf('слово '.repeat(100))).toHaveLength(16);
    expect(chunksOf(Array.from({ length: 50 }, (_, index) => `w${index}`).join(' '))).toHaveLength(16);
  });

  it('give rules one form of a query', () => {
    expect(queryKey('  Ёлка,  «Новогодняя» ')).toBe('елка новогодняя');
  });
});
