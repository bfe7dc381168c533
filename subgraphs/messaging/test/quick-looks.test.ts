import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differences } from './quick-looks.ts';

const pieces = [
  'телеграм',
  'т.е.л.е.г.р.а.м',
  'wh4ts4pp',
  'тг',
  'пиши в',
  'есть',
  '?',
  '.',
  ' ',
  '@',
  'anna',
  'собака',
  'точка',
  'ру',
  'ком',
  'слэш',
  't',
  'me',
  '/',
  '8',
  '916',
  'девять',
  'один',
  'сто',
  '123-45-67',
  'на карту',
  'переведи',
  'без',
  'сайта',
  'дешевле',
  'напрямую',
  'pay',
  'to my',
  'card',
  'evil',
  '.com',
  '(dot)',
  'https://',
  'ник',
  'в личку',
  'номерок',
  'скинь',
  'l',
  'o',
  '|',
  '+',
  'ё',
  'Ａ',
  '😀',
  'к',
  'чайник',
  'магазин',
  '#',
  ':',
  ',',
  '-',
  '\n',
  'pa6oтa',
]; // what the detectors know, in any order

it('of the filter never say no to a text in which the search would find something', () => {
  const text = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', ' ', '.', '-')), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (parts) => {
      expect(differences(parts.flat().join(''))).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});
