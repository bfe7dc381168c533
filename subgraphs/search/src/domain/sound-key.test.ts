import { describe, expect, it } from 'vitest';
import { soundKey } from './sound-key.ts';
import { toCyrillic } from './transliterate.ts';

describe('sound keys', () => {
  it.each([
    ['коврик', 'kovrik'],
    ['достоевский', 'dostoyevsky'],
    ['достоевский', 'dostoevskij'],
    ['фёдор'.replace('ё', 'е'), 'fyodor'],
    ['фотошоп', 'photoshop'],
    ['мураками', 'murakami'],
    ['кроссовки', 'krossovki'],
    ['щука', 'shchuka'],
    ['хоббит', 'khobbit'],
    ['мария', 'mariya'],
    ['пушкин', 'pooshkin'],
  ])('of %s and %s are one', (cyrillic, latin) => {
    expect(soundKey(cyrillic)).toBe(soundKey(latin));
  });

  it.each([
    ['poter', 'potter'],
    ['plimsols', 'plimsolls'],
  ])('of %s and %s are one, because doubling is not heard', (single, doubled) => {
    expect(soundKey(single)).toBe(soundKey(doubled));
  });

  it('of different words differ', () => {
    expect(soundKey('коврик')).not.toBe(soundKey('коврига'));
    expect(soundKey('сок')).not.toBe(soundKey('сыр'));
  });

  it('of words in other alphabets are the words', () => {
    expect(soundKey('本')).toBe('本');
  });
});

describe('Russian in Latin letters', () => {
  it.each([
    ['krossovki', 'кроссовки'],
    ['kofevarki', 'кофеварки'],
    ['chayniki', 'чайники'],
    ['i', 'и'],
  ])('%s is %s', (typed, meant) => {
    expect(toCyrillic(typed)).toBe(meant);
  });
});
