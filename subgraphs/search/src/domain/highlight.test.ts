import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const marked = (title: string, stems: string[], words: string[] = []) =>
  highlight(title, { stems, words })
    .map(({ text, matches }) => (matches ? `[${text}]` : text))
    .join('');

describe('highlighted titles', () => {
  it('mark word forms of a stem', () => {
    expect(marked('Коврик «Совы», коврики', ['коврик', 'сов'])).toBe('[Коврик] «[Совы]», [коврики]');
  });

  it('mark ё where е was searched for', () => {
    expect(marked('Записки из Мёртвого дома', ['мертв'])).toBe('Записки из [Мёртвого] дома');
  });

  it('do not mark longer words that begin alike', () => {
    expect(marked('Matrix', ['mat'])).toBe('[Matrix]');
    expect(marked('Mathematics', ['mat'])).toBe('Mathematics');
  });

  it('joined are the title, whatever it holds', () => {
    for (const title of ['<b>&"\'', '🙂 a\u0301b', '', 'коврик'])
      expect(
        highlight(title, { stems: ['коврик'], words: ['a'] })
          .map(({ text }) => text)
          .join(''),
      ).toBe(title);
  });
});
