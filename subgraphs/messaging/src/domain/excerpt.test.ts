import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptLength, excerptOf } from './excerpt.ts';

describe('an excerpt', () => {
  it('is the whole text when it is short, on one line', () => {
    expect(excerptOf('Hello\n\nthere,  you')).toBe('Hello there, you');
  });

  it('ends between words, with an ellipsis', () => {
    const excerpt = excerptOf('пять слов '.repeat(40));
    expect(excerpt.endsWith('слов…') || excerpt.endsWith('пять…')).toBe(true);
  });

  it('is never longer than what it may be, nor ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const excerpt = excerptOf(text);
        expect([...excerpt].length).toBeLessThanOrEqual(excerptLength);
        expect(/\p{Surrogate}/u.test(excerpt)).toBe(false);
      }),
    );
  });
});
