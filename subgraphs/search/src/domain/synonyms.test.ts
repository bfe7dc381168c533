import { describe, expect, it } from 'vitest';
import { expectedHits, type Group } from './resolve-query.ts';
import { addSynonyms, maxPhraseWords, phraseKey, spansOf } from './synonyms.ts';

const group = (word: string, more: Partial<Group> = {}): Group => ({
  shown: word,
  alternatives: [word],
  stems: [word],
  known: true,
  stopWord: false,
  documents: 10,
  corrected: false,
  ...more,
});
const groups = (text: string) => text.split(' ').map((word) => group(word));
const shown = (list: readonly Group[]) => list.map((one) => one.shown);

describe('the key of a phrase', () => {
  it('does not depend on the order of its words', () => {
    expect(phraseKey(['пылесос', 'робот'])).toBe(phraseKey(['робот', 'пылесос']));
    expect(phraseKey(['робот'])).not.toBe(phraseKey(['робот', 'пылесос']));
  });
});

describe('phrases of a query', () => {
  it('are all its runs of words up to the longest phrase, longer ones first', () => {
    const spans = spansOf(groups('a b c d'));
    expect(spans).toHaveLength(2 + 3 + 4);
    expect(spans.map(({ length }) => length)).toEqual([3, 3, 2, 2, 2, 1, 1, 1, 1]);
    expect(Math.max(...spans.map(({ length }) => length))).toBe(maxPhraseWords);
  });

  it('are none in a query without words', () => expect(spansOf([])).toEqual([]));
});

describe('synonyms', () => {
  it('make one group of a phrase, found by the phrase itself or by what means the same', () => {
    const widened = addSynonyms(groups('купить робот пылесос'), new Map([['пылесос робот', ['vacuum robot']]]));
    expect(shown(widened)).toEqual(['купить', 'робот пылесос']);
    expect(widened[1]?.alternatives).toEqual(['робот пылесос', 'vacuum robot']);
    expect(widened[1]?.stems).toEqual(['робот', 'пылесос', 'vacuum', 'robot']);
  });

  it('keep the words that sound alike when a single word has some', () => {
    const [chair] = addSynonyms([group('chair', { alternatives: ['chair', 'чаир'] })], new Map([['chair', ['seat']]]));
    expect(chair?.alternatives).toEqual(['chair', 'чаир', 'seat']);
  });

  it('use each word once: the longer phrase wins', () => {
    const synonyms = new Map([
      ['a b', ['x']],
      ['b', ['y']],
      ['c', ['z']],
    ]);
    const widened = addSynonyms(groups('a b c'), synonyms);
    expect(widened.map(({ alternatives }) => alternatives)).toEqual([
      ['a b', 'x'],
      ['c', 'z'],
    ]);
  });

  it('make an unknown word known and keep that it was corrected', () => {
    const unknown = group('тахта', { known: false, documents: 0, corrected: true });
    expect(addSynonyms([unknown], new Map([['тахта', ['диван']]]))[0]).toMatchObject({ known: true, corrected: true });
  });

  it('change nothing where there are none', () => {
    const given = groups('a b');
    expect(addSynonyms(given, new Map())).toEqual(given);
  });
});

describe('how many hits are expected', () => {
  it('is no more than have the rarest word', () => {
    expect(expectedHits([group('a', { documents: 500 }), group('b', { documents: 7 })])).toBe(7);
  });

  it('does not count on numbers, synonyms and unknown words, which nobody counted', () => {
    const many = group('a', { documents: 500 });
    const odd = [
      group('x5', { documents: 0 }),
      group('b', { widened: true, documents: 1 }),
      group('c', { known: false }),
    ];
    expect(expectedHits([many, ...odd])).toBe(500);
    expect(expectedHits(odd)).toBeUndefined();
    expect(expectedHits([])).toBeUndefined();
  });

  it('is unknown once synonyms came in', () => {
    expect(expectedHits(addSynonyms(groups('a'), new Map([['a', ['b']]])))).toBeUndefined();
  });
});
