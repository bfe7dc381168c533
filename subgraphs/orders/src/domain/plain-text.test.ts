import { describe, expect, it } from 'vitest';
import { cleanText, isIdLike } from './plain-text.ts';

describe('what could be an identifier', () => {
  it.each(['ord_01k3v8w2e5f6g7h8j9k0m1n2p3', 'x', '!', "' or 1=1--".replaceAll(' ', ''), 'x'.repeat(100)])(
    'is %j',
    (text) => {
      expect(isIdLike(text)).toBe(true);
    },
  );

  it.each(['', ' ', 'a b', 'a\n', '\u0000', 'ord_\u0000', 'заказ', '\ud800', '\u007f', 'x'.repeat(101)])(
    'is not %j',
    (text) => {
      expect(isIdLike(text)).toBe(false);
    },
  );
});

describe('text a person typed in', () => {
  it('loses control characters and blanks at its ends, and keeps what is between', () => {
    expect(cleanText(' Left at\tthe\u0000door \r\n')).toBe('Left at the door');
    expect(cleanText('日本  語 👍🏽')).toBe('日本  語 👍🏽');
  });

  it.each([null, undefined, '', ' \n\t', '\u0000\u0007'])('is nothing when only %j is left', (text) => {
    expect(cleanText(text)).toBeNull();
  });
});
