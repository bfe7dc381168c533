import { describe, expect, it } from 'vitest';
import { readTexts, textFor } from './localised.ts';

const texts = [
  { locale: 'ru', text: 'Книги' },
  { locale: 'en-GB', text: 'Books' },
  { locale: 'pt-BR', text: 'Livros' },
];

describe('a text for a reader', () => {
  it.each([
    ['pt-BR', 'Livros'],
    ['pt', 'Livros'],
    ['ru-KZ', 'Книги'],
    ['en', 'Books'],
    ['de', 'Books'],
  ])('of %s is %s', (locale, expected) => {
    expect(textFor(texts, locale)).toBe(expected);
  });

  it('is whatever there is without English, and empty without any', () => {
    expect(textFor(texts.slice(0, 1), 'de')).toBe('Книги');
    expect(textFor([], 'de')).toBe('');
  });
});

describe('reading texts in several languages', () => {
  const rule = { field: 'names', atLeast: 1, maxLength: 10 };
  const codeOf = (given: { locale: string; text: string }[]) => {
    const read = readTexts(given, rule);
    return read.ok ? 'OK' : `${read.refusals[0].field.join('.')}:${read.refusals[0].code}`;
  };

  it('spells tags in their canonical form and tidies texts', () => {
    expect(readTexts([{ locale: 'EN-gb', text: '  By\u0000  post ' }], rule)).toEqual({
      ok: true,
      value: [{ locale: 'en-GB', text: 'By post' }],
    });
  });

  it('refuses none, one language twice, empty and long texts, and too many languages', () => {
    expect(codeOf([])).toBe('names:TEXT_REQUIRED');
    expect(
      codeOf([
        { locale: 'en', text: 'a' },
        { locale: 'EN', text: 'b' },
      ]),
    ).toBe('names.1.locale:LANGUAGE_TWICE');
    expect(codeOf([{ locale: 'en', text: '\u202e' }])).toBe('names.0.text:TEXT_REQUIRED');
    expect(codeOf([{ locale: 'en', text: 'x'.repeat(11) }])).toBe('names.0.text:TEXT_TOO_LONG');
    const many = [
      'de',
      'en',
      'es',
      'fr',
      'it',
      'ja',
      'ko',
      'nl',
      'pl',
      'pt',
      'ru',
      'sv',
      'tr',
      'uk',
      'zh',
      'fi',
      'da',
      'nb',
      'cs',
      'el',
      'hu',
    ];
    expect(codeOf(many.map((locale) => ({ locale, text: 'x' })))).toBe('names:TOO_MANY_LANGUAGES');
  });

  it('keeps paragraphs where asked, with one empty line between them at most', () => {
    const read = readTexts([{ locale: 'en', text: ' One. \r\n\r\n\r\n\r\nTwo.\nThree. ' }], {
      ...rule,
      maxLength: 100,
      lines: true,
    });
    expect(read.ok && read.value[0]?.text).toBe('One.\n\nTwo.\nThree.');
  });
});
